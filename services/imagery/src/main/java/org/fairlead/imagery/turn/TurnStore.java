package org.fairlead.imagery.turn;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/// A turn that a transaction holds while it adds sightings or changes silences.
///
/// Without it a sighting and a silence that arrive together would each be judged before the other
/// is visible, and their verdict would never be reached.
@ApplicationScoped
public class TurnStore {

    private static final long LOCK = 0x696d_6167_6572_7901L;

    /// Waits for the turn; the end of the transaction gives it back.
    public Uni<Void> take(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select 1 from pg_advisory_xact_lock(" + LOCK + ")")
                .getSingleResult()
                .replaceWithVoid();
    }
}
