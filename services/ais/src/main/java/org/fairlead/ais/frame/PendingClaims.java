package org.fairlead.ais.frame;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairlead.ais.vessel.IdentityClaim;

/// Claims of a running job or feed on their way to the register. Ships repeat themselves every six
/// minutes, so that a few seconds of decoding say the same thing hundreds of times.
///
/// When they go out does not matter to what is stored: a claim united with itself is the same.
final class PendingClaims {

    private static final int MOST = 5_000;
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private Map<IdentityClaim.Key, IdentityClaim> claims = new LinkedHashMap<>();
    private long takenAt = System.nanoTime();

    void add(List<IdentityClaim> more) {
        more.forEach(claim -> claims.merge(claim.key(), claim, IdentityClaim::and));
    }

    /// So many that they go out whether or not it is time.
    boolean isMuch() {
        return claims.size() >= MOST;
    }

    boolean areDue() {
        return !claims.isEmpty() && System.nanoTime() - takenAt > LONGEST.toNanos();
    }

    List<IdentityClaim> take() {
        var taken = List.copyOf(claims.values());
        claims = new LinkedHashMap<>();
        takenAt = System.nanoTime();
        return taken;
    }
}
