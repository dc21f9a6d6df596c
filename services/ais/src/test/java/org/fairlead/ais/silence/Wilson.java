package org.fairlead.ais.silence;

import java.util.Locale;

/// A share with its 95 % confidence interval (Wilson's score interval, 1927).
record Wilson(int hits, int of) {

    private static final double Z = 1.959963984540054;

    double low() {
        return bound(-1);
    }

    double high() {
        return bound(1);
    }

    private double bound(int side) {
        if (of == 0) {
            return side < 0 ? 0 : 1;
        }
        double share = hits / (double) of;
        double z2 = Z * Z / of;
        double centre = share + z2 / 2;
        double half = Z * Math.sqrt(share * (1 - share) / of + z2 / (4 * of));
        return Math.clamp((centre + side * half) / (1 + z2), 0, 1);
    }

    @Override
    public String toString() {
        return of == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%.3f (%.3f–%.3f), %d of %d",
                        hits / (double) of,
                        low(),
                        high(),
                        hits,
                        of);
    }
}
