package org.fairlead.cases;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.HttpMethod;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.NullMarked;

@AnalyzeClasses(
        packages = "org.fairlead.cases",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching("org.fairlead.cases.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_edge_speaks_http =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*(Resource|Mapper|Answer|Answers|ListQuery)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule only_stores_and_the_edge_hold_a_session =
            noClasses()
                    .that()
                    .haveNameNotMatching(
                            ".*(Store|Resource|Stream|Transactions|Announcements|Intake|Bindings)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.hibernate.reactive..");

    /// What is not public answers 404 to everybody, without a word at start.
    @ArchTest
    static final ArchRule every_endpoint_is_public =
            methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic();

    @ArchTest
    static final ArchRule only_streams_read_kafka =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*(Stream|Intake)")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.eclipse.microprofile.reactive.messaging..");

    /// One place says whose rows a transaction may see; a second one would be the one forgotten.
    @ArchTest
    static final ArchRule one_place_opens_transactions =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("TeamTransactions")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Mutiny.SessionFactory.class);

    @ArchTest
    static final ArchRule entities_stay_in_their_package =
            classes().that().haveSimpleNameEndingWith("Entity").should().bePackagePrivate();

    @ArchTest
    static final ArchRule every_package_is_null_marked =
            classes().should(resideInANullMarkedPackage());

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package with @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    item, item.getName() + " is in a package without @NullMarked"));
                }
            }
        };
    }
}
