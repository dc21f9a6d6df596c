package org.fairlead.sanctions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.fairlead.sanctions");

    @Test
    void featuresFormNoCycles() {
        slices().matching("org.fairlead.sanctions.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyResourcesSpeakHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .resideOutsideOfPackage("..openapi..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void onlyStreamsHearKafka() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Stream")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.microprofile.reactive.messaging..")
                .check(CLASSES);
    }

    @Test
    void onlyEntitiesArePersistent() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .haveSimpleNameEndingWith("Entity")
                .andShould()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        var packages = CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.isAnnotatedWith(NullMarked.class))
                                .as(each.getName())
                                .isTrue());
    }
}
