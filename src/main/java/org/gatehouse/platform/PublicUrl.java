package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * The address under which the outside world knows Gatehouse. It is configured and never taken from a request's
 * {@code Host} header, which is the caller's to choose.
 */
@Singleton
public class PublicUrl {

    private static final URI DEVELOPMENT_DEFAULT = URI.create("http://localhost:8080");

    private final Settings settings;

    @Inject
    PublicUrl(Settings settings) {
        this.settings = settings;
    }

    /** The base without a trailing slash, such as {@code https://accounts.example.org}. */
    public URI base() {
        return settings.get(PlatformSettings.URL)
                .map(PublicUrl::withoutTrailingSlash).orElse(DEVELOPMENT_DEFAULT);
    }

    private static URI withoutTrailingSlash(URI url) {
        var text = url.toString();
        return text.endsWith("/") ? URI.create(text.replaceAll("/+$", "")) : url;
    }

    /** The address of a resource of the API, such as {@code /auth/email-confirmation}. */
    public URI api(String path) {
        return URI.create(base() + "/api" + path);
    }
}
