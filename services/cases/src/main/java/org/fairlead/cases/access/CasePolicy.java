package org.fairlead.cases.access;

import static org.fairlead.cases.access.Action.COMMENT;
import static org.fairlead.cases.access.Action.CONFIGURE;
import static org.fairlead.cases.access.Action.CONTRIBUTE;
import static org.fairlead.cases.access.Action.EDIT;
import static org.fairlead.cases.access.Action.EXPORT;
import static org.fairlead.cases.access.Action.EXPORT_REDACTED;
import static org.fairlead.cases.access.Action.MOVE;
import static org.fairlead.cases.access.Action.OPEN_CASE;
import static org.fairlead.cases.access.Action.READ;
import static org.fairlead.cases.access.Action.READ_AUDIT;
import static org.fairlead.cases.access.Action.REVIEW;
import static org.fairlead.cases.access.Action.TRIAGE;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairlead.cases.lifecycle.CaseState;
import org.fairlead.cases.lifecycle.Handling;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.Role;

/// The one rule of who may do what. A pure function of the caller, the team they act for, the
/// action and what [CaseAccess] says of the case; `docs/reference/permissions.md` prints its
/// tables.
///
/// Allowed = not excluded, and a grant or the team's rule gives the action, and the clearance
/// reaches the handling code, and every compartment is held, and the state of the case allows it.
/// Row-level security in the database says the same a second time, in its own words.
public final class CasePolicy {

    public static final String SCOPE_READ = "cases:read";
    public static final String SCOPE_WRITE = "cases:write";
    public static final String SCOPE_DOSSIERS = "dossiers:create";

    private static final Set<Action> WORK =
            EnumSet.of(
                    READ,
                    READ_AUDIT,
                    TRIAGE,
                    OPEN_CASE,
                    COMMENT,
                    CONTRIBUTE,
                    EDIT,
                    MOVE,
                    EXPORT,
                    EXPORT_REDACTED);

    /// An organisation's administrator sets the team up and sees no case: no READ on purpose.
    private static final Map<Role, Set<Action>> BY_ROLE =
            Map.of(
                    Role.LEAD, EnumSet.allOf(Action.class),
                    Role.CASE_WORKER, WORK,
                    Role.ANALYST, WORK,
                    Role.REVIEWER, with(WORK, REVIEW),
                    Role.AUDITOR, EnumSet.of(READ, READ_AUDIT),
                    Role.VIEWER, EnumSet.of(READ),
                    Role.ORG_ADMIN, EnumSet.of(CONFIGURE));

    /// Of a named case only the team's leads need no grant.
    private static final Map<Role, Set<Action>> BY_ROLE_WHEN_NAMED =
            Map.of(Role.LEAD, EnumSet.allOf(Action.class));

    private static final Map<GrantRole, Set<Action>> BY_GRANT =
            Map.of(
                    GrantRole.LEAD,
                            without(EnumSet.allOf(Action.class), TRIAGE, OPEN_CASE, CONFIGURE),
                    GrantRole.INVESTIGATOR, without(WORK, TRIAGE, OPEN_CASE),
                    GrantRole.REVIEWER,
                            EnumSet.of(READ, READ_AUDIT, COMMENT, REVIEW, EXPORT_REDACTED),
                    GrantRole.CONTRIBUTOR, EnumSet.of(READ, COMMENT, CONTRIBUTE),
                    GrantRole.VIEWER, EnumSet.of(READ),
                    GrantRole.EXTERNAL, EnumSet.of(READ, EXPORT_REDACTED));

    private static final Map<String, Set<Action>> BY_SCOPE =
            Map.of(
                    SCOPE_READ, EnumSet.of(READ, EXPORT, EXPORT_REDACTED),
                    SCOPE_WRITE, EnumSet.of(TRIAGE, OPEN_CASE, COMMENT, CONTRIBUTE, EDIT, MOVE),
                    SCOPE_DOSSIERS, EnumSet.of(EXPORT_REDACTED));

    private static final Set<Action> NOT_WHEN_CLOSED =
            EnumSet.of(EDIT, CONTRIBUTE, COMMENT, REVIEW);

    /// Up to where somebody is cleared whose token says nothing of it.
    public static final Handling DEFAULT_CLEARANCE = Handling.TLP_AMBER_STRICT;

    private CasePolicy() {}

    public enum Decision {
        ALLOWED,
        /// For this caller there is no such case.
        HIDDEN,
        /// The caller sees the case, and nothing gives them this action.
        FORBIDDEN,
        /// The caller may, but not while the case is closed.
        CLOSED
    }

    /// For what concerns a team and no case: its leads, its list, opening one.
    public static boolean allows(Caller caller, String team, Action action) {
        return caller.isMemberOf(team) && own(caller, team).contains(action);
    }

    public static Decision decide(Caller caller, String team, Action action, CaseAccess wanted) {
        if (wanted.isExcluded()
                || wanted.isDeleted()
                || !caller.isMemberOf(team)
                || !isCleared(caller, wanted)) {
            return Decision.HIDDEN;
        }
        Set<Action> given = given(caller, team, wanted);
        if (!given.contains(READ)) {
            return Decision.HIDDEN;
        }
        if (!given.contains(action)) {
            return Decision.FORBIDDEN;
        }
        return wanted.state() == CaseState.CLOSED && NOT_WHEN_CLOSED.contains(action)
                ? Decision.CLOSED
                : Decision.ALLOWED;
    }

    private static boolean isCleared(Caller caller, CaseAccess wanted) {
        return clearance(caller).reaches(wanted.handling())
                && caller.compartments().containsAll(wanted.compartments());
    }

    /// Words this platform does not know clear for nothing that is restricted.
    public static Handling clearance(Caller caller) {
        return caller.clearance()
                .map(word -> Handling.ofSlug(word).orElse(Handling.TLP_CLEAR))
                .orElse(DEFAULT_CLEARANCE);
    }

    private static Set<Action> given(Caller caller, String team, CaseAccess wanted) {
        Set<Action> given = EnumSet.noneOf(Action.class);
        if (wanted.team().equals(team)) {
            given.addAll(
                    switch (wanted.visibility()) {
                        case TEAM -> own(caller, team);
                        case NAMED ->
                                caller.isMachine()
                                        ? Set.of()
                                        : ofRoles(caller, team, BY_ROLE_WHEN_NAMED);
                        case SEALED -> Set.of();
                    });
        }
        for (CaseGrant grant : wanted.grants()) {
            given.addAll(given(caller, team, grant));
        }
        return given;
    }

    /// A person's grant stands for itself; one to a team or a client reaches as far as the member's
    /// own role or the client's own scopes do.
    private static Set<Action> given(Caller caller, String team, CaseGrant grant) {
        Set<Action> actions = BY_GRANT.getOrDefault(grant.role(), Set.of());
        if (grant.kind() == GranteeKind.PERSON) {
            return caller.isMachine() ? Set.of() : actions;
        }
        if (grant.kind() == GranteeKind.CLIENT && !caller.isMachine()) {
            return Set.of();
        }
        Set<Action> both = EnumSet.noneOf(Action.class);
        both.addAll(actions);
        both.retainAll(own(caller, team));
        return both;
    }

    private static Set<Action> own(Caller caller, String team) {
        if (!caller.isMachine()) {
            return ofRoles(caller, team, BY_ROLE);
        }
        Set<Action> given = EnumSet.noneOf(Action.class);
        BY_SCOPE.forEach((scope, actions) -> {
            if (caller.hasScope(scope)) {
                given.addAll(actions);
            }
        });
        return given;
    }

    private static Set<Action> ofRoles(
            Caller caller, String team, Map<Role, Set<Action>> actionsOf) {
        Set<Action> given = EnumSet.noneOf(Action.class);
        actionsOf.forEach((role, actions) -> {
            if (caller.has(role, team)) {
                given.addAll(actions);
            }
        });
        return given;
    }

    /// The scopes that let a client do it; none for what no scope opens.
    static List<String> scopesFor(Action action) {
        return BY_SCOPE.entrySet().stream()
                .filter(scope -> scope.getValue().contains(action))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// One line of the policy: on which basis which role or scope gives which action.
    public record Rule(String basis, String role, Action action) {}

    /// The whole policy as rows, for the database's own copy and for the documentation.
    public static List<Rule> rules() {
        var rules = new java.util.ArrayList<Rule>();
        BY_ROLE.forEach((role, actions) -> add(rules, "team", role.slug(), actions));
        BY_ROLE_WHEN_NAMED.forEach((role, actions) -> add(rules, "named", role.slug(), actions));
        BY_GRANT.forEach((role, actions) -> add(rules, "grant", role.slug(), actions));
        BY_SCOPE.forEach((scope, actions) -> add(rules, "scope", scope, actions));
        NOT_WHEN_CLOSED.forEach(action -> rules.add(new Rule("not-when-closed", "", action)));
        return List.copyOf(rules);
    }

    private static void add(List<Rule> rules, String basis, String role, Set<Action> actions) {
        actions.forEach(action -> rules.add(new Rule(basis, role, action)));
    }

    private static Set<Action> with(Set<Action> some, Action... more) {
        Set<Action> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Set<Action> without(Set<Action> some, Action... fewer) {
        Set<Action> rest = EnumSet.copyOf(some);
        rest.removeAll(List.of(fewer));
        return rest;
    }

    static Optional<String> needs(Action action) {
        return scopesFor(action).isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" or ", scopesFor(action)));
    }
}
