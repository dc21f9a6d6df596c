package org.fairlead.cases.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.fairlead.cases.access.CasePolicy.Decision;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CasePolicyTest {

    private static final String TEAM = "team-gulf";

    private static Caller person(Role... roles) {
        return caller(false, Map.of(TEAM, Set.of(roles)), Set.of());
    }

    private static Caller machine(String... scopes) {
        return caller(true, Map.of(TEAM, Set.of()), Set.of(scopes));
    }

    private static Caller caller(
            boolean isMachine, Map<String, Set<Role>> teams, Set<String> scopes) {
        return new Caller("s", "u", "U", "c", isMachine, teams, scopes, Set.of("platform-admin"));
    }

    private static boolean isAllowed(Caller caller, Action action) {
        return CasePolicy.decide(caller, TEAM, action, null) == Decision.ALLOWED;
    }

    /// The table: a row per role, a column per action.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    ROLE,        READ, READ_AUDIT, TRIAGE, OPEN_CASE, EDIT, CONTRIBUTE, MOVE, EXPORT
                    LEAD,        yes,  yes,        yes,    yes,       yes,  yes,        yes,  yes
                    CASE_WORKER, yes,  yes,        yes,    yes,       yes,  yes,        yes,  yes
                    ANALYST,     yes,  yes,        yes,    yes,       yes,  yes,        yes,  yes
                    REVIEWER,    yes,  yes,        yes,    yes,       yes,  yes,        yes,  yes
                    AUDITOR,     yes,  yes,        no,     no,        no,   no,         no,   no
                    VIEWER,      yes,  no,         no,     no,        no,   no,         no,   no
                    ORG_ADMIN,   no,   no,         no,     no,        no,   no,         no,   no
                    """)
    void eachRoleHasItsActions(
            Role role,
            String read,
            String readAudit,
            String triage,
            String openCase,
            String edit,
            String contribute,
            String move,
            String export) {
        var expected =
                Map.of(
                        Action.READ, read,
                        Action.READ_AUDIT, readAudit,
                        Action.TRIAGE, triage,
                        Action.OPEN_CASE, openCase,
                        Action.EDIT, edit,
                        Action.CONTRIBUTE, contribute,
                        Action.MOVE, move,
                        Action.EXPORT, export);
        assertThat(expected).hasSameSizeAs(Action.values());

        for (Action action : Action.values()) {
            assertThat(isAllowed(person(role), action))
                    .as("%s %s", role, action)
                    .isEqualTo("yes".equals(expected.get(action)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
                    ACTION,     READING, WRITING, NEITHER
                    READ,       yes,     no,      no
                    READ_AUDIT, no,      no,      no
                    TRIAGE,     no,      yes,     no
                    OPEN_CASE,  no,      yes,     no
                    EDIT,       no,      yes,     no
                    CONTRIBUTE, no,      yes,     no
                    MOVE,       no,      yes,     no
                    EXPORT,     yes,     no,      no
                    """)
    void aMachineHasWhatItsScopesSay(
            Action action, String reading, String writing, String neither) {
        assertThat(isAllowed(machine("cases:read"), action)).isEqualTo("yes".equals(reading));
        assertThat(isAllowed(machine("cases:write"), action)).isEqualTo("yes".equals(writing));
        assertThat(isAllowed(machine("ais:write"), action)).isEqualTo("yes".equals(neither));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void nobodyHasAnythingInATeamThatIsNotTheirs(Action action) {
        var lead = person(Role.LEAD);
        var machine = machine("cases:read", "cases:write");

        assertThat(CasePolicy.decide(lead, "team-pacific", action, null))
                .isEqualTo(Decision.FORBIDDEN);
        assertThat(CasePolicy.decide(machine, "team-pacific", action, null))
                .isEqualTo(Decision.FORBIDDEN);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void aMemberWithoutARoleHasNothing(Action action) {
        assertThat(isAllowed(person(), action)).isFalse();
    }

    @Nested
    class AClosedCase {
        @ParameterizedTest
        @EnumSource(
                value = Action.class,
                names = {"EDIT", "CONTRIBUTE"})
        void takesNothingMore(Action action) {
            assertThat(CasePolicy.decide(person(Role.LEAD), TEAM, action, CaseState.CLOSED))
                    .isEqualTo(Decision.CLOSED);
        }

        @ParameterizedTest
        @EnumSource(
                value = Action.class,
                names = {"READ", "READ_AUDIT", "EXPORT", "MOVE"})
        void staysReadableAndCanBeReopened(Action action) {
            assertThat(CasePolicy.decide(person(Role.LEAD), TEAM, action, CaseState.CLOSED))
                    .isEqualTo(Decision.ALLOWED);
        }

        @Test
        void tellsThoseWithoutTheRightNothingOfItsState() {
            assertThat(CasePolicy.decide(person(Role.VIEWER), TEAM, Action.EDIT, CaseState.CLOSED))
                    .isEqualTo(Decision.FORBIDDEN);
        }
    }
}
