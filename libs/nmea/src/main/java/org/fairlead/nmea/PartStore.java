package org.fairlead.nmea;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages of which some parts have come and others not.
///
/// Parts belong together when sequence id, channel, number of parts and tag block group are the
/// same and their sources do not contradict each other: most receivers name the source on the first
/// part only. They may come in any order. A message is given up when the stream's clock is past the
/// timeout, when too many lines have gone by (the only measure in a file without times), when a
/// different message takes its sequence id, or when [#MOST] are open.
final class PartStore {

    static final int MOST = 1_024;
    static final int MOST_PARTS = 9;
    static final long NO_CLOCK = Long.MIN_VALUE;

    /// One incomplete message.
    static final class Open {
        boolean inUse;
        int sequence;
        byte channel;
        long group;
        int total;
        int source;
        long epochMillis;
        long openedAt;
        long openedOnLine;
        int have;
        int used;
        final byte[] text = new byte[Payload.MAX_BITS / 6 + 1];
        final int[] from = new int[MOST_PARTS];
        final int[] to = new int[MOST_PARTS];
        final int[] fillBits = new int[MOST_PARTS];
        final long[] lineNumber = new long[MOST_PARTS];
        final long[] byteOffset = new long[MOST_PARTS];

        boolean has(int part) {
            return (have & 1 << part) != 0;
        }

        boolean isComplete() {
            return have == (1 << total) - 1;
        }

        int count() {
            return Integer.bitCount(have);
        }

        boolean holdsSame(int part, byte[] payload, int payloadFrom, int payloadTo) {
            return Arrays.equals(text, from[part], to[part], payload, payloadFrom, payloadTo);
        }
    }

    private final long timeoutMillis;
    private final int timeoutLines;
    private final RejectSink sink;
    private final List<Open> open = new ArrayList<>();
    private int highest;
    private int size;
    private long sweptAt = NO_CLOCK;
    private long sweptOnLine;

    PartStore(ReaderLimits limits, RejectSink sink) {
        timeoutMillis = limits.partTimeout().toMillis();
        timeoutLines = limits.partLines();
        this.sink = sink;
    }

    /// Gives up what has waited too long. Looks at most once a second of the stream's clock or
    /// every 256 lines, so its cost does not show.
    void sweep(long clock, long line) {
        if (size == 0 || (clock - sweptAt < 1_000 && line - sweptOnLine < 256)) {
            return;
        }
        sweptAt = clock;
        sweptOnLine = line;
        for (var i = 0; i < highest; i++) {
            if (open.get(i).inUse && isStale(open.get(i), clock, line)) {
                drop(open.get(i), Reason.PART_TIMED_OUT);
            }
        }
        while (highest > 0 && !open.get(highest - 1).inUse) {
            highest--;
        }
    }

    boolean isStale(Open message, long clock, long line) {
        return line - message.openedOnLine > timeoutLines
                || (message.openedAt != NO_CLOCK && clock - message.openedAt > timeoutMillis);
    }

    /// The open message a part belongs to, or null.
    @Nullable Open find(int sequence, byte channel, int total, long group, int source) {
        Open loose = null;
        for (var i = 0; i < highest; i++) {
            var message = open.get(i);
            if (!message.inUse
                    || message.sequence != sequence
                    || message.channel != channel
                    || message.total != total
                    || message.group != group) {
                continue;
            }
            if (message.source == source) {
                return message;
            }
            if (message.source == Sources.ABSENT || source == Sources.ABSENT) {
                loose = message;
            }
        }
        return loose;
    }

    Open begin(int sequence, byte channel, int total, long group, int source) {
        if (size == MOST) {
            drop(oldest(), Reason.PART_TIMED_OUT);
        }
        var message = free();
        message.inUse = true;
        message.sequence = sequence;
        message.channel = channel;
        message.total = total;
        message.group = group;
        message.source = source;
        message.epochMillis = LineDecoder.TIME_ABSENT;
        message.have = 0;
        message.used = 0;
        size++;
        return message;
    }

    /// Keeps a part's payload; false when the message would be longer than any transmission.
    boolean keep(Open message, int part, byte[] payload, int from, int to) {
        var length = to - from;
        if (message.used + length > message.text.length) {
            return false;
        }
        System.arraycopy(payload, from, message.text, message.used, length);
        message.from[part] = message.used;
        message.to[part] = message.used + length;
        message.used += length;
        message.have |= 1 << part;
        return true;
    }

    void release(Open message) {
        message.inUse = false;
        size--;
    }

    void drop(Open message, Reason reason) {
        release(message);
        var why =
                reason == Reason.PART_TIMED_OUT && !message.has(0)
                        ? Reason.PART_WITHOUT_START
                        : reason;
        for (var part = 0; part < message.total; part++) {
            if (message.has(part)) {
                sink.rejected(message.lineNumber[part], message.byteOffset[part], why, 0);
            }
        }
    }

    void dropAll() {
        for (var i = 0; i < highest; i++) {
            if (open.get(i).inUse) {
                drop(open.get(i), Reason.PART_TIMED_OUT);
            }
        }
        highest = 0;
    }

    long openParts() {
        var parts = 0L;
        for (var i = 0; i < highest; i++) {
            parts += open.get(i).inUse ? open.get(i).count() : 0;
        }
        return parts;
    }

    private Open oldest() {
        var oldest = open.getFirst();
        for (var message : open) {
            if (message.inUse && (!oldest.inUse || message.openedOnLine < oldest.openedOnLine)) {
                oldest = message;
            }
        }
        return oldest;
    }

    private Open free() {
        for (var i = 0; i < highest; i++) {
            if (!open.get(i).inUse) {
                return open.get(i);
            }
        }
        if (highest == open.size()) {
            open.add(new Open());
        }
        return open.get(highest++);
    }
}
