package org.fairlead.ais;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(packages = "org.fairlead.ais", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.fairlead.ais.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyResourcesSpeakHttp =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Resource")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule onlyStreamsProcessorsAndListenersSpeakKafka =
            noClasses()
                    .that()
                    .haveNameNotMatching(
                            ".*(Stream|Processor|Store|StoredOffsets|SmallStores)(\\$.*)?")
                    .and()
                    .resideOutsideOfPackage("org.fairlead.ais.derivation")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..");

    @ArchTest
    static final ArchRule onlyStoresSpeakToTheDatabase =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*(Store|Register)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "org.hibernate.reactive..");

    @ArchTest
    static final ArchRule onlyEntitiesAreMapped =
            classes()
                    .that()
                    .areAnnotatedWith(jakarta.persistence.Entity.class)
                    .should()
                    .haveSimpleNameEndingWith("Entity")
                    .andShould()
                    .bePackagePrivate();

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        Assertions.assertThat(classes.stream().map(one -> one.getPackage()).distinct())
                .allMatch(ArchitectureTest::isNullMarked);
    }

    private static boolean isNullMarked(JavaPackage javaPackage) {
        return javaPackage.isAnnotatedWith(NullMarked.class);
    }
}
