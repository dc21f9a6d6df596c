package org.fairlead.ais.silence;

/// A short transmission between two silences, as last told.
///
/// @param silenceBeforeMillis when the silence before it begins; the one after begins with `last`
record Blip(
        Contact first,
        Contact last,
        long silenceBeforeMillis,
        int reports,
        int version,
        boolean isRetracted) {

    boolean saysTheSameAs(Blip other) {
        return isRetracted == other.isRetracted
                && first.equals(other.first)
                && last.equals(other.last)
                && silenceBeforeMillis == other.silenceBeforeMillis;
    }

    Blip as(boolean retracted, int newVersion) {
        return new Blip(first, last, silenceBeforeMillis, reports, newVersion, retracted);
    }
}
