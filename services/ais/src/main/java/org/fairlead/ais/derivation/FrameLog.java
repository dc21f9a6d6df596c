package org.fairlead.ais.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/// Frames as they came, from the first on that the stored state of some ship lacks. A ship is heard
/// many times before anything of hers goes on: with the frames at hand her state need not be
/// written each time.
final class FrameLog {

    static final String STORE = "in-order-frames";

    /// What a process that takes over reads again, for each partition.
    private static final int MOST_FRAMES = 512;

    private static final long MOST_BYTES = 8L << 20;

    private final KeyValueStore<Long, byte[]> store;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private long bytes;

    /// A frame, and the ships whose stored state lacks it and nothing before it.
    private static final class Entry {
        final int bytes;
        final List<Integer> ships = new ArrayList<>();

        /// What is still to be stored: of most small frames nobody lacks anything in the end.
        byte @Nullable [] unwritten;

        /// How many of them still do.
        int lacking;

        Entry(int bytes) {
            this.bytes = bytes;
        }
    }

    /// What becomes of a frame that is read again.
    interface Reader {
        void read(long number, byte[] frame);
    }

    FrameLog(KeyValueStore<Long, byte[]> store) {
        this.store = store;
    }

    static StoreBuilder<?> store() {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.Long(), Serdes.ByteArray());
    }

    /// All frames that are there, oldest first, each as if it were put now.
    void readAgain(Reader reader) {
        try (var all = store.all()) {
            while (all.hasNext()) {
                var frame = all.next();
                entries.put(frame.key, new Entry(frame.value.length));
                bytes += frame.value.length;
                reader.read(frame.key, frame.value);
            }
        }
    }

    /// The newest frame. It is stored by [#write], unless nobody lacks it then.
    ///
    /// @param number rises from frame to frame
    void put(long number, byte[] frame) {
        var entry = new Entry(frame.length);
        entry.unwritten = frame;
        entries.put(number, entry);
        bytes += frame.length;
    }

    void write() {
        var newest = entries.lastEntry();
        if (newest != null && newest.getValue().unwritten != null) {
            store.put(newest.getKey(), newest.getValue().unwritten);
            newest.getValue().unwritten = null;
        }
    }

    /// The stored state of a ship lacks a frame, and none before it.
    void lacks(int mmsi, long number) {
        var entry = entries.get(number);
        if (entry != null) {
            entry.ships.add(mmsi);
            entry.lacking++;
        }
    }

    /// It lacks nothing any more.
    ///
    /// @param number of the first that it lacked
    void saved(long number) {
        var entry = entries.get(number);
        if (entry != null) {
            entry.lacking--;
        }
    }

    /// Lets go of the oldest frames, as long as no ship lacks them.
    void forget() {
        while (!entries.isEmpty() && entries.firstEntry().getValue().lacking <= 0) {
            var oldest = entries.pollFirstEntry();
            bytes -= oldest.getValue().bytes;
            if (oldest.getValue().unwritten == null) {
                store.delete(oldest.getKey());
            }
        }
    }

    boolean isTooLong() {
        return entries.size() > MOST_FRAMES || bytes > MOST_BYTES;
    }

    long oldest() {
        return entries.firstKey();
    }

    /// Lets go of the oldest frame.
    ///
    /// @return the ships whose state may lack it and must be stored now
    List<Integer> forgetOldest() {
        var oldest = entries.firstEntry().getValue();
        oldest.lacking = 0;
        forget();
        return oldest.ships;
    }
}
