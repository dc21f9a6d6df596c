package org.fairlead.cases.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.Role;
import org.jspecify.annotations.Nullable;

/// The one rule of who may do what: caller, team, action and state of the case decide, and nothing
/// else. A team's rows are kept from other teams below this, in the database.
public final class CasePolicy {

    public static final String SCOPE_READ = "cases:read";
    public static final String SCOPE_WRITE = "cases:write";

    private static final Set<Action> WORK = EnumSet.allOf(Action.class);

    /// An organisation's administrator manages people, not cases: absent here on purpose.
    private static final Map<Role, Set<Action>> BY_ROLE =
            Map.of(
                    Role.LEAD, WORK,
                    Role.CASE_WORKER, WORK,
                    Role.ANALYST, WORK,
                    Role.REVIEWER, WORK,
                    Role.AUDITOR, EnumSet.of(Action.READ, Action.READ_AUDIT),
                    Role.VIEWER, EnumSet.of(Action.READ));

    private static final Set<Action> MACHINE_READS = EnumSet.of(Action.READ, Action.EXPORT);

    private static final Set<Action> MACHINE_WRITES =
            EnumSet.of(
                    Action.TRIAGE, Action.OPEN_CASE, Action.EDIT, Action.CONTRIBUTE, Action.MOVE);

    private static final Set<Action> NOT_WHEN_CLOSED = EnumSet.of(Action.EDIT, Action.CONTRIBUTE);

    private CasePolicy() {}

    public enum Decision {
        ALLOWED,
        /// The caller's roles or scopes do not give the action in this team.
        FORBIDDEN,
        /// The caller may, but not while the case is closed.
        CLOSED
    }

    /// @param state absent where no case is concerned
    public static Decision decide(
            Caller caller, String team, Action action, @Nullable CaseState state) {
        if (!gives(caller, team, action)) {
            return Decision.FORBIDDEN;
        }
        return state == CaseState.CLOSED && NOT_WHEN_CLOSED.contains(action)
                ? Decision.CLOSED
                : Decision.ALLOWED;
    }

    /// The scope that lets a client do it; empty for the audit, which no scope opens.
    static Optional<String> scopeFor(Action action) {
        if (MACHINE_READS.contains(action)) {
            return Optional.of(SCOPE_READ);
        }
        return MACHINE_WRITES.contains(action) ? Optional.of(SCOPE_WRITE) : Optional.empty();
    }

    private static boolean gives(Caller caller, String team, Action action) {
        if (!caller.isMemberOf(team)) {
            return false;
        }
        if (caller.isMachine()) {
            return caller.hasScope(SCOPE_READ) && MACHINE_READS.contains(action)
                    || caller.hasScope(SCOPE_WRITE) && MACHINE_WRITES.contains(action);
        }
        return BY_ROLE.entrySet().stream()
                .anyMatch(role ->
                        caller.has(role.getKey(), team) && role.getValue().contains(action));
    }
}
