package org.fairlead.nmea;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Messages of which some parts have come and others not.
///
/// Parts belong together when sequence id, channel, number of parts and tag block group are the
/// same and their sources do not contradict each other: most receivers name the source on the first
/// part only. They may come in any order. A message is given up when its source's clock is past the
/// timeout, when too many lines have gone by (the only measure in a file without times), when a
/// different message takes its sequence id, or when [#MOST] are open.
final class PartStore {

    static final int MOST = 1_024;
    static final int MOST_PARTS = 9;
    static final long NO_CLOCK = Long.MIN_VALUE;

    /// Of a part that is copied without counting them; the standard's have at most 62.
    static final int QUICK_CHARACTERS = 64;

    private static final int MOST_CHARACTERS = Payload.MAX_BITS / 6 + 1;
    private static final int WORDS = 3;
    private static final short NONE = -1;

    /// One incomplete message.
    static final class Open {
        /// Where it lies in [#slots]; the three after it are slots of others, or [#NONE].
        final int slot;

        int nextInBucket;
        int older;
        int newer;

        private int bucket;

        /// Sequence id, channel and number of parts.
        int key;

        long group;
        int source;
        long epochMillis;
        long openedAt;
        long openedOnLine;
        long lastLine;
        int have;
        int used;
        final byte[] text = new byte[MOST_CHARACTERS + QUICK_CHARACTERS];

        /// [#WORDS] of each part: line, offset in the stream, and where in the text it lies. In one
        /// array, because a store full of parts is larger than the first cache.
        private final long[] parts = new long[MOST_PARTS * WORDS];

        Open(int slot) {
            this.slot = slot;
        }

        /// The next `length` bytes of the text are this part's.
        private void place(int part, int length, int fillBits, long lineNumber, long byteOffset) {
            parts[part * WORDS] = lineNumber;
            parts[part * WORDS + 1] = byteOffset;
            parts[part * WORDS + 2] = (long) used << 32 | used + length << 16 | fillBits;
            used += length;
            have |= 1 << part;
            lastLine = lineNumber;
        }

        int from(int part) {
            return (int) (parts[part * WORDS + 2] >>> 32);
        }

        int to(int part) {
            return (int) (parts[part * WORDS + 2] >>> 16) & 0xffff;
        }

        int fillBits(int part) {
            return (int) parts[part * WORDS + 2] & 0xffff;
        }

        long lineNumber(int part) {
            return parts[part * WORDS];
        }

        long byteOffset(int part) {
            return parts[part * WORDS + 1];
        }

        int total() {
            return key >>> 8 & 0xf;
        }

        boolean has(int part) {
            return (have & 1 << part) != 0;
        }

        boolean isComplete() {
            return have == (1 << total()) - 1;
        }

        int count() {
            return Integer.bitCount(have);
        }

        boolean holdsSame(int part, byte[] payload, int payloadFrom, int payloadTo) {
            return Arrays.equals(text, from(part), to(part), payload, payloadFrom, payloadTo);
        }
    }

    private static final int BUCKET_BITS = 12;

    /// A tag block may have a line of its own in between.
    private static final int ADJACENT_LINES = 2;

    private final long timeoutMillis;
    private final int timeoutLines;
    private final SourceClocks clocks;
    private final RejectSink sink;

    /// All that were ever open at once, by slot. They name each other by slot too: a reference
    /// stored costs the collector's bookkeeping, and each one opened and closed is a dozen of them.
    private final Open[] slots = new Open[MOST];

    /// Those a part can belong to lie in one bucket, so that many open ones cost no more than few.
    private final short[] buckets = new short[1 << BUCKET_BITS];

    /// All that are open, by when they began: lines do not go back, so the first to become stale by
    /// them is always the oldest. By its source's clock a later one may be; it is then found when a
    /// part of it comes, or when the older ones are gone.
    private int oldest = NONE;

    private int newest = NONE;

    /// To be used again.
    private int free = NONE;

    private int made;

    private int size;

    PartStore(ReaderLimits limits, SourceClocks clocks, RejectSink sink) {
        timeoutMillis = limits.partTimeout().toMillis();
        timeoutLines = limits.partLines();
        this.clocks = clocks;
        this.sink = sink;
        Arrays.fill(buckets, NONE);
    }

    /// Gives up what has waited too long.
    void sweep(long line) {
        while (oldest != NONE && isStale(slots[oldest], line)) {
            drop(slots[oldest], Reason.PART_TIMED_OUT);
        }
    }

    boolean isStale(Open message, long line) {
        return line - message.openedOnLine > timeoutLines
                || (message.openedAt != NO_CLOCK
                        && clocks.of(message.source) - message.openedAt > timeoutMillis);
    }

    /// The open message a part belongs to, or null.
    ///
    /// A part that names no source belongs to the only message it can complete; where there are
    /// several, to the one whose last part stands right before it, and to none when there is no
    /// such: two receivers' parts are never joined on a guess.
    @Nullable Open find(int key, long group, int source, long line) {
        Open loose = null;
        var candidates = 0;
        for (int slot = buckets[bucket(key, group)];
                slot != NONE;
                slot = slots[slot].nextInBucket) {
            var message = slots[slot];
            if (message.key != key || message.group != group) {
                continue;
            }
            if (message.source == source) {
                return message;
            }
            if (message.source == Sources.ABSENT || source == Sources.ABSENT) {
                candidates++;
                if (loose == null || message.lastLine > loose.lastLine) {
                    loose = message;
                }
            }
        }
        return loose == null || candidates == 1 || line - loose.lastLine <= ADJACENT_LINES
                ? loose
                : null;
    }

    /// Whether none is open under these, of whatever source, and there is room for another.
    boolean hasNone(int sequence, byte channel, int total, long group) {
        var key = key(sequence, channel, total);
        for (int slot = buckets[bucket(key, group)];
                slot != NONE;
                slot = slots[slot].nextInBucket) {
            var message = slots[slot];
            if (message.key == key && message.group == group) {
                return false;
            }
        }
        return size < MOST;
    }

    /// What all parts of a message have in common.
    ///
    /// @param sequence -1 to 9
    static int key(int sequence, byte channel, int total) {
        return (sequence + 1) << 12 | total << 8 | channel & 0xff;
    }

    /// Without a group each of the usual keys has a bucket to itself: sequence id in four bits,
    /// number of parts from two on in three, channel, which is a letter, in five.
    private static int bucket(int key, long group) {
        var own = key >>> 12 << 8 | ((key >>> 8) - 2 & 7) << 5 | key & 0x1f;
        return own ^ (int) (group ^ group >>> 32) * 0x9e3779b1 >>> 32 - BUCKET_BITS;
    }

    Open begin(int key, long group, int source, long line) {
        if (size == MOST) {
            drop(slots[oldest], Reason.PART_TIMED_OUT);
        }
        var message = unused();
        message.key = key;
        message.group = group;
        message.source = source;
        message.openedAt = clocks.of(source);
        message.openedOnLine = line;
        message.epochMillis = LineDecoder.TIME_ABSENT;
        message.have = 0;
        message.used = 0;
        append(message);
        size++;
        return message;
    }

    /// Keeps a part; false when the message would be longer than any transmission.
    boolean keep(
            Open message,
            int part,
            byte[] payload,
            int from,
            int to,
            int fillBits,
            long lineNumber,
            long byteOffset) {
        var length = to - from;
        if (message.used + length > MOST_CHARACTERS) {
            return false;
        }
        if (length <= QUICK_CHARACTERS && from + QUICK_CHARACTERS <= payload.length) {
            copyMost(payload, from, message.text, message.used);
        } else {
            System.arraycopy(payload, from, message.text, message.used, length);
        }
        message.place(part, length, fillBits, lineNumber, byteOffset);
        return true;
    }

    /// As much as a part may have, whatever it has: how much is not to be guessed, and what is too
    /// much is written over or never read.
    private static void copyMost(byte[] from, int at, byte[] to, int used) {
        for (var i = 0; i < QUICK_CHARACTERS; i += 8) {
            EightBytes.put(to, used + i, EightBytes.at(from, at + i));
        }
    }

    private Open unused() {
        if (free == NONE) {
            slots[made] = new Open(made);
            return slots[made++];
        }
        var message = slots[free];
        free = message.nextInBucket;
        return message;
    }

    private void append(Open message) {
        var bucket = bucket(message.key, message.group);
        message.bucket = bucket;
        message.nextInBucket = buckets[bucket];
        buckets[bucket] = (short) message.slot;
        message.older = newest;
        message.newer = NONE;
        if (newest == NONE) {
            oldest = message.slot;
        } else {
            slots[newest].newer = message.slot;
        }
        newest = message.slot;
    }

    void release(Open message) {
        takeFromBucket(message);
        if (message.older == NONE) {
            oldest = message.newer;
        } else {
            slots[message.older].newer = message.newer;
        }
        if (message.newer == NONE) {
            newest = message.older;
        } else {
            slots[message.newer].older = message.older;
        }
        message.nextInBucket = free;
        free = message.slot;
        size--;
    }

    private void takeFromBucket(Open message) {
        var bucket = message.bucket;
        if (buckets[bucket] == message.slot) {
            buckets[bucket] = (short) message.nextInBucket;
            return;
        }
        var before = slots[buckets[bucket]];
        while (before.nextInBucket != message.slot) {
            before = slots[before.nextInBucket];
        }
        before.nextInBucket = message.nextInBucket;
    }

    void drop(Open message, Reason reason) {
        release(message);
        var why =
                reason == Reason.PART_TIMED_OUT && !message.has(0)
                        ? Reason.PART_WITHOUT_START
                        : reason;
        for (var rest = message.have; rest != 0; rest &= rest - 1) {
            var part = Integer.numberOfTrailingZeros(rest);
            sink.rejected(message.lineNumber(part), message.byteOffset(part), why, 0);
        }
    }

    void dropAll() {
        while (oldest != NONE) {
            drop(slots[oldest], Reason.PART_TIMED_OUT);
        }
    }

    long openParts() {
        var parts = 0L;
        for (var slot = oldest; slot != NONE; slot = slots[slot].newer) {
            parts += slots[slot].count();
        }
        return parts;
    }
}
