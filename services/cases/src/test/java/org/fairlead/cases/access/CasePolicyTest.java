package org.fairlead.cases.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairlead.cases.access.CasePolicy.Decision;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CasePolicyTest {

    private static final String TEAM = "team-gulf";
    private static final String OTHER = "team-pacific";

    private static Caller person(Role... roles) {
        return caller(false, Map.of(TEAM, Set.of(roles)), Set.of());
    }

    private static Caller ofOtherTeam(Role... roles) {
        return caller(false, Map.of(OTHER, Set.of(roles)), Set.of());
    }

    private static Caller machine(String... scopes) {
        return caller(true, Map.of(TEAM, Set.of()), Set.of(scopes));
    }

    private static Caller caller(
            boolean isMachine, Map<String, Set<Role>> teams, Set<String> scopes) {
        return new Caller("s", "u", "U", "c", isMachine, teams, scopes, Set.of("platform-admin"));
    }

    private static Caller cleared(String clearance, String... compartments) {
        return new Caller(
                "s",
                "u",
                "U",
                "c",
                false,
                Map.of(TEAM, Set.of(Role.LEAD)),
                Set.of(),
                Set.of(),
                Optional.of(clearance),
                Set.of(compartments));
    }

    private static CaseAccess open(Visibility visibility, CaseGrant... grants) {
        return new CaseAccess(
                TEAM,
                visibility,
                Handling.TLP_AMBER,
                Set.of(),
                CaseState.OPEN,
                false,
                false,
                Set.of(grants));
    }

    private static CaseAccess handled(Handling handling, String... compartments) {
        return new CaseAccess(
                TEAM,
                Visibility.TEAM,
                handling,
                Set.of(compartments),
                CaseState.OPEN,
                false,
                false,
                Set.of());
    }

    private static CaseAccess closed() {
        return new CaseAccess(
                TEAM,
                Visibility.TEAM,
                Handling.TLP_AMBER,
                Set.of(),
                CaseState.CLOSED,
                false,
                false,
                Set.of());
    }

    private static CaseGrant personal(GrantRole role) {
        return new CaseGrant(GranteeKind.PERSON, role);
    }

    private static String given(Caller caller, String team, CaseAccess wanted) {
        return java.util.Arrays.stream(Action.values())
                .filter(action ->
                        CasePolicy.decide(caller, team, action, wanted) == Decision.ALLOWED)
                .map(Action::slug)
                .collect(Collectors.joining(" "));
    }

    private static Decision reading(Caller caller, CaseAccess wanted) {
        return CasePolicy.decide(caller, TEAM, Action.READ, wanted);
    }

    /// What each role of a team may do with a case the whole team sees.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LEAD        | read read-audit triage open-case comment contribute edit review move manage-access delete export export-redacted configure
                    CASE_WORKER | read read-audit triage open-case comment contribute edit move export export-redacted
                    ANALYST     | read read-audit triage open-case comment contribute edit move export export-redacted
                    REVIEWER    | read read-audit triage open-case comment contribute edit review move export export-redacted
                    AUDITOR     | read read-audit
                    VIEWER      | read
                    ORG_ADMIN   | ''
                    """)
    void eachRoleHasItsActions(Role role, String actions) {
        assertThat(given(person(role), TEAM, open(Visibility.TEAM))).isEqualTo(actions);
        // An administrator sets the team up, and sees nothing of its cases.
        String ofTeam = role == Role.ORG_ADMIN ? "configure" : actions;
        for (Action action : Action.values()) {
            assertThat(CasePolicy.allows(person(role), TEAM, action))
                    .as("%s %s", role, action)
                    .isEqualTo(Set.of(ofTeam.split(" ")).contains(action.slug()));
        }
    }

    /// What each role granted in a case gives somebody of another team.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    LEAD         | read read-audit comment contribute edit review move manage-access delete export export-redacted
                    INVESTIGATOR | read read-audit comment contribute edit move export export-redacted
                    REVIEWER     | read read-audit comment review export-redacted
                    CONTRIBUTOR  | read comment contribute
                    VIEWER       | read
                    EXTERNAL     | read export-redacted
                    """)
    void eachGrantHasItsActions(GrantRole role, String actions) {
        var outsider = ofOtherTeam(Role.VIEWER);

        assertThat(given(outsider, OTHER, open(Visibility.SEALED, personal(role))))
                .isEqualTo(actions);
        assertThat(given(outsider, OTHER, open(Visibility.SEALED))).isEmpty();
    }

    @Nested
    class AGrantToATeam {
        private final CaseGrant toTeam = new CaseGrant(GranteeKind.TEAM, GrantRole.INVESTIGATOR);

        @Test
        void reachesAsFarAsTheMembersOwnRole() {
            assertThat(given(ofOtherTeam(Role.VIEWER), OTHER, open(Visibility.NAMED, toTeam)))
                    .isEqualTo("read");
            assertThat(given(ofOtherTeam(Role.ANALYST), OTHER, open(Visibility.NAMED, toTeam)))
                    .isEqualTo(
                            "read read-audit comment contribute edit move export export-redacted");
            assertThat(given(ofOtherTeam(Role.ORG_ADMIN), OTHER, open(Visibility.NAMED, toTeam)))
                    .isEmpty();
        }
    }

    @Nested
    class Visible {
        @Test
        void toNamedPeopleIsACaseAlsoToTheTeamsLeads() {
            assertThat(reading(person(Role.LEAD), open(Visibility.NAMED)))
                    .isEqualTo(Decision.ALLOWED);
            assertThat(reading(person(Role.CASE_WORKER), open(Visibility.NAMED)))
                    .isEqualTo(Decision.HIDDEN);
            assertThat(reading(machine("cases:read"), open(Visibility.NAMED)))
                    .isEqualTo(Decision.HIDDEN);
        }

        @Test
        void toNamedPeopleOnlyIsASealedCase() {
            assertThat(reading(person(Role.LEAD, Role.AUDITOR), open(Visibility.SEALED)))
                    .isEqualTo(Decision.HIDDEN);
        }

        @Test
        void toNobodyIsADeletedCase() {
            var deleted =
                    new CaseAccess(
                            TEAM,
                            Visibility.TEAM,
                            Handling.TLP_CLEAR,
                            Set.of(),
                            CaseState.OPEN,
                            true,
                            false,
                            Set.of(personal(GrantRole.LEAD)));

            assertThat(reading(person(Role.LEAD), deleted)).isEqualTo(Decision.HIDDEN);
        }
    }

    @Test
    void exclusionBeatsEverything() {
        var excluded =
                new CaseAccess(
                        TEAM,
                        Visibility.TEAM,
                        Handling.TLP_CLEAR,
                        Set.of(),
                        CaseState.OPEN,
                        false,
                        true,
                        Set.of(personal(GrantRole.LEAD)));

        assertThat(reading(person(Role.LEAD), excluded)).isEqualTo(Decision.HIDDEN);
    }

    @Nested
    class Clearance {
        @Test
        void mustReachTheHandlingCode() {
            assertThat(reading(cleared("tlp-green"), handled(Handling.TLP_AMBER)))
                    .isEqualTo(Decision.HIDDEN);
            assertThat(reading(cleared("tlp-amber"), handled(Handling.TLP_AMBER)))
                    .isEqualTo(Decision.ALLOWED);
            assertThat(reading(cleared("tlp-red"), handled(Handling.TLP_RED)))
                    .isEqualTo(Decision.ALLOWED);
        }

        @Test
        void ofWhomTheTokenSaysNothingEndsBelowRed() {
            assertThat(reading(person(Role.LEAD), handled(Handling.TLP_AMBER_STRICT)))
                    .isEqualTo(Decision.ALLOWED);
            assertThat(reading(person(Role.LEAD), handled(Handling.TLP_RED)))
                    .isEqualTo(Decision.HIDDEN);
        }

        @Test
        void inAWordNobodyKnowsClearsForNothingRestricted() {
            assertThat(reading(cleared("cosmic"), handled(Handling.TLP_GREEN)))
                    .isEqualTo(Decision.HIDDEN);
        }

        @Test
        void needsEveryCompartment() {
            var both = handled(Handling.TLP_AMBER, "kestrel", "heron");

            assertThat(reading(cleared("tlp-red", "kestrel"), both)).isEqualTo(Decision.HIDDEN);
            assertThat(reading(cleared("tlp-red", "kestrel", "heron", "owl"), both))
                    .isEqualTo(Decision.ALLOWED);
        }
    }

    @Nested
    class AMachine {
        @Test
        void hasWhatItsScopesGive() {
            assertThat(given(machine("cases:read"), TEAM, open(Visibility.TEAM)))
                    .isEqualTo("read export export-redacted");
            assertThat(given(machine("cases:read", "cases:write"), TEAM, open(Visibility.TEAM)))
                    .isEqualTo(
                            "read triage open-case comment contribute edit move export export-redacted");
        }

        @Test
        void thatMayNotReadSeesNothing() {
            assertThat(given(machine("cases:write"), TEAM, open(Visibility.TEAM))).isEmpty();
            assertThat(given(machine("ais:write"), TEAM, open(Visibility.TEAM))).isEmpty();
        }

        @Test
        void isLetIntoASealedCaseByItsClientIdAsFarAsItsScopesReach() {
            var granted =
                    open(Visibility.SEALED, new CaseGrant(GranteeKind.CLIENT, GrantRole.LEAD));

            assertThat(given(machine("cases:read"), TEAM, granted))
                    .isEqualTo("read export export-redacted");
        }
    }

    @Nested
    class AClosedCase {
        @Test
        void isReadMovedAndOpenedToOthersButNotChanged() {
            assertThat(given(person(Role.LEAD), TEAM, closed()))
                    .isEqualTo(
                            "read read-audit triage open-case move manage-access delete export export-redacted configure");
            assertThat(CasePolicy.decide(person(Role.LEAD), TEAM, Action.EDIT, closed()))
                    .isEqualTo(Decision.CLOSED);
        }

        @Test
        void refusesAViewerAsAViewer() {
            assertThat(CasePolicy.decide(person(Role.VIEWER), TEAM, Action.EDIT, closed()))
                    .isEqualTo(Decision.FORBIDDEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void aStrangerToTheTeamMayNothing(Action action) {
        assertThat(CasePolicy.decide(ofOtherTeam(Role.LEAD), TEAM, action, open(Visibility.TEAM)))
                .isEqualTo(Decision.HIDDEN);
        assertThat(CasePolicy.decide(ofOtherTeam(Role.LEAD), OTHER, action, open(Visibility.TEAM)))
                .isEqualTo(Decision.HIDDEN);
        assertThat(CasePolicy.allows(ofOtherTeam(Role.LEAD), TEAM, action)).isFalse();
    }
}
