package org.fairlead.gateway.event;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// How far a reader of the changes has come: the next offset of each partition, as `12.5.7.9`.
///
/// Any replica understands it, whatever order its own partitions came in.
record Position(long[] next) {

    private static final int MOST_PARTITIONS = 64;
    private static final int LONGEST_NUMBER = 18;

    Position {
        next = next.clone();
    }

    @Override
    public long[] next() {
        return next.clone();
    }

    /// Empty for what is not a position in that many partitions.
    static Optional<Position> parse(@Nullable String text, int partitions) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", MOST_PARTITIONS + 1);
        if (parts.length != partitions || !Arrays.stream(parts).allMatch(Position::isNumber)) {
            return Optional.empty();
        }
        return Optional.of(new Position(Arrays.stream(parts).mapToLong(Long::parseLong).toArray()));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    Position after(int partition, long offset) {
        long[] moved = next.clone();
        moved[partition] = Math.max(moved[partition], offset + 1);
        return new Position(moved);
    }

    boolean hasSeen(int partition, long offset) {
        return offset < next[partition];
    }

    /// Whether something lies between this position and the other, in any partition.
    boolean isBehind(Position other) {
        for (int partition = 0; partition < next.length; partition++) {
            if (next[partition] < other.next[partition]) {
                return true;
            }
        }
        return false;
    }

    String text() {
        return LongStream.of(next).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position position && Arrays.equals(next, position.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        return text();
    }
}
