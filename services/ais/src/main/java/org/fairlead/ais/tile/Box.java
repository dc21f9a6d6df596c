package org.fairlead.ais.tile;

/// A part of the map in 1/10000 minute, its edges included.
record Box(int south, int north, int west, int east) {

    boolean holds(LastPosition one) {
        return one.latitude() >= south
                && one.latitude() <= north
                && one.longitude() >= west
                && one.longitude() <= east;
    }
}
