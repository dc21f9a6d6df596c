package org.fairlead.imagery.silence;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/// What depends on silences and changes in the same transaction as they do.
public interface SilenceFollower {

    /// Newer versions of these silences hold now, or their vessel is known otherwise.
    Uni<Void> changed(Mutiny.StatelessSession session, List<KnownSilence> silences);
}
