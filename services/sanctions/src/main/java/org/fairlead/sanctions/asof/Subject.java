package org.fairlead.sanctions.asof;

/// Who is asked about.
///
/// @param imo the ship's number, or the company's: two different things that look alike
record Subject(String imo, boolean isShip) {

    static Subject ship(String imo) {
        return new Subject(imo, true);
    }

    static Subject company(String imo) {
        return new Subject(imo, false);
    }
}
