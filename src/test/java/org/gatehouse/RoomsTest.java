package org.gatehouse;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import java.util.stream.Stream;
import org.gatehouse.permissions.Action;
import org.gatehouse.permissions.AskedAction;
import org.gatehouse.platform.OpenToAll;

/** The rooms of the house and the arrows between them; what is not drawn here is not allowed. */
@AnalyzeClasses(packages = "org.gatehouse", importOptions = DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule roomsOnlyUseTheRoomsTheyMay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.gatehouse..")
            .layer("spi").definedBy("org.gatehouse.spi")
            .layer("platform").definedBy("org.gatehouse.platform")
            .layer("settings").definedBy("org.gatehouse.settings")
            .layer("audit").definedBy("org.gatehouse.audit")
            .layer("tokens").definedBy("org.gatehouse.tokens")
            .layer("email").definedBy("org.gatehouse.email")
            .layer("permissions").definedBy("org.gatehouse.permissions")
            .layer("accounts").definedBy("org.gatehouse.accounts")
            .layer("importing").definedBy("org.gatehouse.importing")
            .layer("catalogue").definedBy("org.gatehouse.providers.catalogue")
            .layer("protocol").definedBy("org.gatehouse.providers.protocol")
            .layer("providers").definedBy("org.gatehouse.providers")
            .ensureAllClassesAreContainedInArchitecture()
            .whereLayer("spi").mayNotAccessAnyLayer()
            .whereLayer("platform").mayOnlyAccessLayers("spi")
            .whereLayer("settings").mayOnlyAccessLayers("platform")
            .whereLayer("audit").mayOnlyAccessLayers("platform")
            .whereLayer("tokens").mayOnlyAccessLayers("platform")
            .whereLayer("email").mayOnlyAccessLayers("platform")
            .whereLayer("permissions").mayOnlyAccessLayers("platform", "spi")
            .whereLayer("accounts").mayOnlyAccessLayers(
                    "permissions", "tokens", "email", "audit", "platform", "spi")
            .whereLayer("importing").mayOnlyAccessLayers("accounts", "permissions", "platform")
            .whereLayer("catalogue").mayOnlyAccessLayers("spi")
            .whereLayer("protocol").mayOnlyAccessLayers("catalogue", "platform", "spi")
            .whereLayer("providers").mayOnlyAccessLayers("catalogue", "protocol", "accounts", "tokens", "permissions",
                    "audit", "platform", "spi");

    @ArchTest
    static final ArchRule roomsAreFreeOfCycles = slices().matching("org.gatehouse.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule mailIsSentByEmailAlone = onlyIn("email", "jakarta.mail..");

    @ArchTest
    static final ArchRule tokensAreSignedByTokensAndReadByProtocolAlone = noClasses()
            .that(not(resideInAPackage("org.gatehouse.tokens")).and(not(resideInAPackage("org.gatehouse.providers.protocol"))))
            .should().dependOnClassesThat().resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule protocolsAreSpokenByProtocolAlone = noClasses()
            .that(not(resideInAPackage("org.gatehouse.providers.protocol")))
            .should().dependOnClassesThat().resideInAnyPackage(
                    "org.pac4j..", "com.github.scribejava..", "org.apereo.cas..");

    @ArchTest
    static final ArchRule theWebIsCalledByPlatformAlone = noClasses().that(not(resideInAPackage("org.gatehouse.platform")))
            .should().dependOnClassesThat().resideInAnyPackage("org.apache.hc..", "java.net.http..");

    @ArchTest
    static final ArchRule passwordsAreHashedByAccountsAlone = onlyIn("accounts", "org.springframework..");

    @ArchTest
    static final ArchRule archivesAreReadByImportingAlone = onlyIn("importing", "org.apache.commons.compress..");

    @ArchTest
    static final ArchRule noServerIsNamedInTheCode = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "fish.payara..", "com.sun..", "org.glassfish..", "org.jboss..", "org.wildfly..", "com.ibm..");

    @ArchTest
    static final ArchRule namesSayWhatAClassIsResponsibleFor =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)");

    @ArchTest
    static final ArchRule everyResourceMethodSaysWhoMayCallIt = methods().that(areResourceMethods())
            .should(nameAnActionOrBeOpen());

    private static ArchRule onlyIn(String room, String library) {
        return noClasses().that(not(resideInAPackage("org.gatehouse." + room)))
                .should().dependOnClassesThat().resideInAPackage(library);
    }

    private static DescribedPredicate<JavaMethod> areResourceMethods() {
        return describe("are resource methods", method ->
                method.getAnnotations().stream()
                        .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class)));
    }

    private static ArchCondition<JavaMethod> nameAnActionOrBeOpen() {
        return new ArchCondition<>("name one action, or have it asked for, or be open to all") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var guarded = Stream.of(Action.class, AskedAction.class, OpenToAll.class)
                        .filter(method::isAnnotatedWith).count() == 1;
                events.add(new SimpleConditionEvent(method, guarded, method.getFullName()));
            }
        };
    }
}
