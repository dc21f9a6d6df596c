package org.fairlead.ais.vessel;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.fairlead.ais.vessel.IdentityClaim.Said;
import org.jspecify.annotations.Nullable;

/// What holds of a transmitter's claims, whatever the order they came in.
final class IdentityRules {

    private static final Comparator<IdentityClaim> NEWEST_LAST =
            Comparator.comparing(IdentityClaim::lastSeenAt)
                    .thenComparing(IdentityClaim::firstSeenAt)
                    .thenComparing(claim -> claim.key().toString());

    private IdentityRules() {}

    /// The newest value of each field: class B ships send their name in one message and the rest in
    /// another.
    static Said current(List<IdentityClaim> claims) {
        var ordered = claims.stream().sorted(NEWEST_LAST).toList();
        return new Said(
                newest(ordered, Said::imo),
                newest(ordered, Said::name),
                newest(ordered, Said::callSign),
                newest(ordered, Said::shipTypeCode),
                newest(ordered, Said::lengthMetres),
                newest(ordered, Said::beamMetres));
    }

    private static <T> @Nullable T newest(
            List<IdentityClaim> ordered, Function<Said, @Nullable T> field) {
        T found = null;
        for (IdentityClaim claim : ordered) {
            T value = field.apply(claim.said());
            found = value == null ? found : value;
        }
        return found;
    }
}
