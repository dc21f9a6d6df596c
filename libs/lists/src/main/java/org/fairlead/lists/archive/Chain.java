package org.fairlead.lists.archive;

/// Which earlier version is a version's dictionary.
///
/// Versions have places 0, 1, 2 … A place's base is itself with its last octal digit that is not
/// zero lowered by one: 13 (octal 15) rests on 12, 16 (octal 20) on 8, 64 on 0. So most versions
/// rest on the one before, which is the most alike, and reading one reads at most 7 others for each
/// octal digit of its place: 17 where places end at 255.
final class Chain {

    /// Places of one chain: the next version begins another.
    static final int LENGTH = 256;

    /// Others that reading one file reads, at most.
    static final int DEEPEST = 3 + 7 + 7;

    private Chain() {}

    /// @param place from 1 on
    static int base(int place) {
        int digit = Integer.numberOfTrailingZeros(place) / 3 * 3;
        return place - (1 << digit);
    }
}
