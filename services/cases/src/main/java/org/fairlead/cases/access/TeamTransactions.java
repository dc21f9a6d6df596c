package org.fairlead.cases.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// The only way to the rows of a team. The first statement of every transaction says whose rows may
/// be seen; PostgreSQL's row-level security does the rest, and without it there are none.
@ApplicationScoped
public class TeamTransactions {

    private final Mutiny.SessionFactory sessions;

    @Inject
    TeamTransactions(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    public <T> Uni<T> of(Acting acting, Function<Mutiny.StatelessSession, Uni<T>> work) {
        return with("fairlead.teams", acting.team(), work);
    }

    /// For consumers of events, which serve every team and answer nobody.
    public <T> Uni<T> ofPlatform(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return with("fairlead.system", "on", work);
    }

    private <T> Uni<T> with(
            String setting, String value, Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction(session ->
                session.createNativeQuery("select set_config(?1, ?2, true)", String.class)
                        .setParameter(1, setting)
                        .setParameter(2, value)
                        .getSingleResult()
                        .chain(set -> work.apply(session)));
    }
}
