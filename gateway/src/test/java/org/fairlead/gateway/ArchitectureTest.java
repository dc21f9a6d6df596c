package org.fairlead.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.fairlead.gateway");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("org.fairlead.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyResourcesKnowHttpResources() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Groups")
                .and()
                // Of the identity provider's client, which speaks in the same types.
                .haveSimpleNameNotEndingWith("Store")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(
                        CLASSES.that(
                                com.tngtech.archunit.base.DescribedPredicate.describe(
                                        "outermost classes",
                                        type -> type.getEnclosingClass().isEmpty())));
    }

    @Test
    void onlyStreamsKnowKafkaAndOnlyStoresTheDatabaseAndTheProvider() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Stream")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveSimpleNameNotEndingWith("Groups")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "org.keycloak..")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES.stream().map(type -> type.getPackage()).distinct())
                .allMatch(found -> found.tryGetAnnotationOfType(NullMarked.class).isPresent());
    }
}
