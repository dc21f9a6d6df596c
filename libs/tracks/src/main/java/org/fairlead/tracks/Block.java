package org.fairlead.tracks;

/// What the directory of a segment says of one mini-block, so that a reader can pass over it.
///
/// @param fromMillis time of its first fix; the fixes are in order of time
/// @param minLatitude the box around its fixes, 1/10,000 minute
/// @param offset of its bytes from the end of the directory
/// @param length of its bytes, or [#TO_THE_END]
record Block(
        int rows,
        long fromMillis,
        long toMillis,
        int firstLatitude,
        int firstLongitude,
        int minLatitude,
        int maxLatitude,
        int minLongitude,
        int maxLongitude,
        int offset,
        int length) {

    /// The last block's: it ends where the segment does.
    static final int TO_THE_END = -1;

    int end(int base, byte[] bytes) {
        return length == TO_THE_END ? bytes.length : base + offset + length;
    }

    boolean isWithin(long from, long to) {
        return toMillis >= from && fromMillis <= to;
    }
}
