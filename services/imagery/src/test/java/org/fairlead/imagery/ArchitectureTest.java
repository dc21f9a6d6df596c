package org.fairlead.imagery;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses service =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fairlead.imagery");

    @Test
    void noPackageDependsOnItselfThroughOthers() {
        slices().matching("org.fairlead.imagery.(*)..").should().beFreeOfCycles().check(service);
    }

    @Test
    void onlyResourcesAndClientsKnowHttp() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Resource|Client)(\\$.*|_.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..")
                .check(service);
    }

    @Test
    void onlyStoresEntitiesAndWhatFollowsTheirTransactionsKnowTheDatabase() {
        noClasses()
                .that()
                .haveNameNotMatching(".*(Store|Entity|Follower)(\\$.*|_.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "io.vertx..")
                .check(service);
    }

    @Test
    void onlyStreamsKnowKafka() {
        noClasses()
                .that()
                .haveNameNotMatching(".*Stream(\\$.*|_.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.eclipse.microprofile.reactive.messaging..")
                .check(service);
    }

    @Test
    void everyPackageSaysThatNothingIsNullUnlessItSaysSo() {
        assertThat(service.stream().map(one -> one.getPackage()).distinct())
                .allSatisfy(one ->
                        assertThat(one.isAnnotatedWith(NullMarked.class))
                                .as(one.getName())
                                .isTrue());
    }
}
