package org.fairlead.proof.finding;

/// One thing that was looked at.
///
/// @param isGood false where something lies
/// @param what the file or entry, and what is wrong with it
public record Finding(boolean isGood, String what) {

    public static Finding good(String what) {
        return new Finding(true, what);
    }

    public static Finding bad(String what) {
        return new Finding(false, what);
    }
}
