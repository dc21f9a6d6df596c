package org.fairlead.screening;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.fairlead.screening.name.Schema;

/// How names and evidence are weighed.
public enum Profile {
    VESSEL(0.70),
    PARTY(0.70),
    /// Scores as OFAC's own tool shows them, over 100; names only.
    OFAC_COMPAT(0.85);

    private final double threshold;

    Profile(double threshold) {
        this.threshold = threshold;
    }

    /// From this score on a pair is shown as a possible match, unless asked otherwise.
    public double threshold() {
        return threshold;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Profile of(Schema schema) {
        return schema == Schema.VESSEL ? VESSEL : PARTY;
    }

    public static Optional<Profile> find(String slug) {
        return Arrays.stream(values()).filter(profile -> profile.slug().equals(slug)).findFirst();
    }
}
