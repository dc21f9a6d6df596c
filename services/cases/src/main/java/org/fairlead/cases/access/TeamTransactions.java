package org.fairlead.cases.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.Role;
import org.hibernate.reactive.mutiny.Mutiny;

/// The only way to the rows of a team. The first statement of every transaction says who looks;
/// PostgreSQL's row-level security does the rest, and without it there are no rows.
@ApplicationScoped
public class TeamTransactions {

    private static final String ENTER =
            "select enter_as(?1, ?2, ?3, ?4, string_to_array(?5, ','), string_to_array(?6, ','),"
                    + " ?7, string_to_array(?8, ','))";

    private final Mutiny.SessionFactory sessions;

    @Inject
    TeamTransactions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /// Grants and exclusions hold as they stand when the transaction begins.
    public <T> Uni<T> of(Acting acting, Function<Mutiny.StatelessSession, Uni<T>> work) {
        Caller caller = acting.caller();
        String roles =
                caller.teams().getOrDefault(acting.team(), java.util.Set.of()).stream()
                        .map(Role::slug)
                        .sorted()
                        .collect(java.util.stream.Collectors.joining(","));
        return sessions.withStatelessTransaction(session ->
                session.createNativeQuery(ENTER, String.class)
                        .setParameter(1, caller.subject())
                        .setParameter(2, caller.client())
                        .setParameter(3, caller.isMachine())
                        .setParameter(4, acting.team())
                        .setParameter(5, roles)
                        .setParameter(6, listed(caller.scopes()))
                        .setParameter(7, CasePolicy.clearance(caller).level())
                        .setParameter(8, listed(caller.compartments()))
                        .getSingleResult()
                        .chain(entered -> work.apply(session)));
    }

    /// A word with a comma would come out as two, so it does not come out at all; no scope and no
    /// compartment of ours has one.
    private static String listed(java.util.Set<String> words) {
        return words.stream()
                .filter(word -> word.indexOf(',') < 0)
                .collect(java.util.stream.Collectors.joining(","));
    }

    /// Who opens a case that only named people see is one of them from the first row on.
    public static Uni<Void> opens(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery("select caller_opens(cast(?1 as uuid))", String.class)
                .setParameter(1, caseId.toString())
                .getSingleResult()
                .replaceWithVoid();
    }

    /// For consumers of events, which serve every team and answer nobody.
    public <T> Uni<T> ofPlatform(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction(session ->
                session.createNativeQuery(
                                "select set_config('fairlead.system', 'on', true)", String.class)
                        .getSingleResult()
                        .chain(set -> work.apply(session)));
    }
}
