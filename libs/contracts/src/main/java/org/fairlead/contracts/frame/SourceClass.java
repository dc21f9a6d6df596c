package org.fairlead.contracts.frame;

import java.util.Locale;

/// How a source hears: it decides how late its reports may be and which reception model holds.
public enum SourceClass {
    /// Receivers on land or aboard: tens of miles, seconds late.
    TERRESTRIAL,
    /// Receivers in orbit: everywhere in passes, minutes to hours late and out of order.
    SATELLITE,
    /// A mixture, or nobody said.
    UNKNOWN;

    private static final SourceClass[] VALUES = values();

    /// Lower-kebab, as in JSON.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isOrdinal(int ordinal) {
        return ordinal >= 0 && ordinal < VALUES.length;
    }

    static SourceClass of(int ordinal) {
        return VALUES[ordinal];
    }
}
