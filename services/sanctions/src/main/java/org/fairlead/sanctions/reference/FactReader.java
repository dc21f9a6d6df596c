package org.fairlead.sanctions.reference;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/// Facts for those who answer by them.
@ApplicationScoped
public class FactReader {

    private final Mutiny.SessionFactory sessions;

    @Inject
    FactReader(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /// All of them, of each ship on each list the earliest first.
    public Uni<List<ReferenceFact>> all() {
        return sessions.withStatelessSession(session ->
                        session.createQuery(
                                        "from ReferenceFactEntity order by list, imo, listedOn, id",
                                        ReferenceFactEntity.class)
                                .getResultList())
                .map(rows -> rows.stream().map(ReferenceFactEntity::fact).toList());
    }
}
