package org.fairlead.association.hull;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How often a feature is seen on ships of a kind, and on ships of all kinds.
///
/// Ours, by looking at ships of each kind: to be replaced by counts where somebody has counted. AIS
/// states the kind only coarsely, so nothing here is rarer than one in a hundred.
final class Layouts {

    /// Fishing, passenger, cargo, tanker, any.
    private static final Map<String, double[]> SHARES =
            Map.of(
                    "superstructure-forward", new double[] {0.50, 0.30, 0.08, 0.03, 0.15},
                    "superstructure-midships", new double[] {0.15, 0.50, 0.07, 0.03, 0.10},
                    "superstructure-aft", new double[] {0.35, 0.15, 0.83, 0.94, 0.70},
                    "ro-ro-ramp", new double[] {0.03, 0.40, 0.08, 0.01, 0.08},
                    "deck-cranes", new double[] {0.10, 0.02, 0.35, 0.03, 0.20},
                    "hatch-covers", new double[] {0.05, 0.02, 0.55, 0.03, 0.30},
                    "container-stacks", new double[] {0.02, 0.02, 0.30, 0.01, 0.15},
                    "deck-pipes", new double[] {0.02, 0.02, 0.02, 0.70, 0.20},
                    "gas-tanks", new double[] {0.01, 0.01, 0.01, 0.15, 0.04},
                    "flat-deck", new double[] {0.05, 0.05, 0.06, 0.05, 0.08});

    private static final int ANY = 4;

    private Layouts() {}

    static double factor(Set<String> seen, @Nullable Integer shipTypeCode, double most) {
        int kind = kind(shipTypeCode);
        if (kind == ANY) {
            return 1;
        }
        double product = 1;
        for (String feature : seen) {
            double[] shares = SHARES.get(feature);
            product *= shares == null ? 1 : shares[kind] / shares[ANY];
        }
        return Math.clamp(product, 1 / most, most);
    }

    private static int kind(@Nullable Integer code) {
        if (code == null) {
            return ANY;
        }
        return switch (code / 10) {
            case 6 -> 1;
            case 7 -> 2;
            case 8 -> 3;
            default -> code == 30 ? 0 : ANY;
        };
    }
}
