package org.gatehouse.importing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrapiDatabaseTest {

    /** CVE-2021-44228 and its kin: whoever chooses a name must not choose a server. */
    @ParameterizedTest
    @ValueSource(strings = {"ldap://127.0.0.1:1/o=x", "rmi://127.0.0.1:1/x", "dns://127.0.0.1/x", "java:ldap://127.0.0.1:1/x",
        "iiop:x", "", "jdbc/x\n"})
    void onlyNamesWithinTheServerAreLookedUp(String name) {
        assertThatThrownBy(() -> StrapiDatabase.open(name)).isInstanceOf(CannotImport.class)
                .hasMessageEndingWith("names no datasource");
    }
}
