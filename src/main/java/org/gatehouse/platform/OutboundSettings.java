package org.gatehouse.platform;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How Gatehouse may call other servers. */
@Singleton
class OutboundSettings implements SettingKeys {

    static final SettingKey<Duration> TIMEOUT = SettingKey.duration("gatehouse.http.timeout");
    static final SettingKey<Integer> MAX_ANSWER = SettingKey.number("gatehouse.http.max-answer", 1024, 64 * 1024 * 1024);
    static final SettingKey<Integer> MAX_PARALLEL = SettingKey.number("gatehouse.http.max-parallel", 1, 1000);
    static final SettingKey<List<String>> PRIVATE_HOSTS = SettingKey.list("gatehouse.http.private-hosts");
    static final SettingKey<List<String>> PLAIN_HOSTS = SettingKey.list("gatehouse.http.plain-hosts");
    static final SettingKey<Optional<URI>> PROXY = SettingKey.optionalUrl("gatehouse.http.proxy");

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(TIMEOUT, MAX_ANSWER, MAX_PARALLEL, PRIVATE_HOSTS, PLAIN_HOSTS, PROXY);
    }
}
