package org.fairlead.ais.hygiene;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// Knows a report that several receivers heard: same transmitter, same values, within ten seconds
/// by its times of receipt or by the ship's own second.
///
/// Reports are known by a 64-bit hash of all fields that are decoded. Two generations are kept, so
/// memory is bounded by what is heard in two windows, and by [#MOST] a generation in a file that is
/// not in time order.
public final class DuplicateFilter {

    /// Not a duplicate.
    public static final long NEW = Long.MIN_VALUE;

    private static final int MOST = 1 << 18;

    private final long windowMillis;
    private Generation current = new Generation();
    private Generation before = new Generation();
    private long startedAt = Long.MIN_VALUE;

    public DuplicateFilter(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    /// What was remembered when the same report was heard within the window; [#NEW] otherwise.
    public long find(long hash, long receivedAt, long at) {
        rotate(receivedAt);
        long key = hash == 0 ? 1 : hash;
        long found = current.find(key, receivedAt, at, windowMillis);
        return found == NEW ? before.find(key, receivedAt, at, windowMillis) : found;
    }

    public void remember(long hash, long receivedAt, long at, long what) {
        current.put(hash == 0 ? 1 : hash, receivedAt, at, what);
    }

    private void rotate(long epochMillis) {
        if (startedAt == Long.MIN_VALUE) {
            startedAt = epochMillis;
        }
        // Never for a time before: receivers that lag behind would empty the table again and again.
        if (epochMillis - startedAt > windowMillis || current.size >= MOST) {
            var cleared = before;
            before = current;
            current = cleared;
            current.clear();
            startedAt = epochMillis;
        }
    }

    public void save(DataOutput out) throws IOException {
        out.writeLong(startedAt);
        before.save(out);
        current.save(out);
    }

    public void restore(DataInput in) throws IOException {
        startedAt = in.readLong();
        before.restore(in);
        current.restore(in);
    }

    /// A table with open addressing; key 0 is an empty place.
    private static final class Generation {
        private long[] keys = new long[1024];
        private long[] receipts = new long[1024];
        private long[] times = new long[1024];
        private long[] whats = new long[1024];
        private int size;

        long find(long key, long receivedAt, long at, long window) {
            int mask = keys.length - 1;
            for (int i = (int) key & mask; keys[i] != 0; i = (i + 1) & mask) {
                if (keys[i] == key) {
                    return Math.abs(at - times[i]) <= window
                                    || Math.abs(receivedAt - receipts[i]) <= window
                            ? whats[i]
                            : NEW;
                }
            }
            return NEW;
        }

        void put(long key, long receivedAt, long at, long what) {
            if (size * 2 >= keys.length) {
                grow();
            }
            int mask = keys.length - 1;
            int i = (int) key & mask;
            while (keys[i] != 0 && keys[i] != key) {
                i = (i + 1) & mask;
            }
            size += keys[i] == 0 ? 1 : 0;
            keys[i] = key;
            receipts[i] = receivedAt;
            times[i] = at;
            whats[i] = what;
        }

        private void grow() {
            long[] oldKeys = keys;
            long[] oldReceipts = receipts;
            long[] oldTimes = times;
            long[] oldWhats = whats;
            keys = new long[oldKeys.length * 2];
            receipts = new long[keys.length];
            times = new long[keys.length];
            whats = new long[keys.length];
            size = 0;
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    put(oldKeys[i], oldReceipts[i], oldTimes[i], oldWhats[i]);
                }
            }
        }

        void clear() {
            if (size > 0) {
                Arrays.fill(keys, 0);
                size = 0;
            }
        }

        void save(DataOutput out) throws IOException {
            out.writeInt(size);
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] != 0) {
                    out.writeLong(keys[i]);
                    out.writeLong(receipts[i]);
                    out.writeLong(times[i]);
                }
            }
        }

        /// What was remembered of a report is gone then: its frame has left.
        void restore(DataInput in) throws IOException {
            clear();
            for (int n = in.readInt(); n > 0; n--) {
                put(in.readLong(), in.readLong(), in.readLong(), -1);
            }
        }
    }
}
