package org.fairlead.cases.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.Role;
import org.fairlead.service.problem.ProblemException;
import org.junit.jupiter.api.Test;

class ActingTest {

    private static final String TEAM = "team-gulf";

    private static Acting client(String... scopes) {
        return new Acting(
                new Caller(
                        "s",
                        "u",
                        "U",
                        "c",
                        true,
                        Map.of(TEAM, Set.<Role>of()),
                        Set.of(scopes),
                        Set.of()),
                TEAM);
    }

    @Test
    void tellsAClientTheScopeItLacks() {
        assertThatThrownBy(() -> client("cases:write").mustHaveScope(Action.READ))
                .isInstanceOf(ProblemException.class)
                .hasMessage("This client lacks the scope cases:read for that.");
        assertThatThrownBy(() -> client("cases:read").mustHaveScope(Action.MOVE))
                .isInstanceOf(ProblemException.class)
                .hasMessage("This client lacks the scope cases:write for that.");
    }

    @Test
    void tellsAClientThatNoScopeGivesItTheAudit() {
        assertThatThrownBy(
                        () -> client("cases:read", "cases:write").mustHaveScope(Action.READ_AUDIT))
                .isInstanceOf(ProblemException.class)
                .hasMessage("No client may do that, whatever its scopes.");
    }
}
