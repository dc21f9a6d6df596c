package org.fairlead.bench.world;

import java.util.ArrayList;
import java.util.List;

/// Messages on their way, by the time they arrive. Slots are used again, so memory follows the
/// number on the way at once and not the length of the world.
final class Pending {

    private static final int CHUNK = 1 << 12;
    private static final int SLOT_BITS = 22;

    private final long epoch;
    private final LongHeap order = new LongHeap(1 << 12);
    private final List<byte[]> bits = new ArrayList<>();
    private final List<long[]> heardAt = new ArrayList<>();
    private final List<int[]> about = new ArrayList<>();
    private int[] free = new int[CHUNK];
    private int freeCount;
    private int slots;

    Pending(long epoch) {
        this.epoch = epoch;
    }

    int size() {
        return order.size();
    }

    boolean isEmpty() {
        return order.isEmpty();
    }

    long nextArrival() {
        return (order.least() >>> SLOT_BITS) + epoch;
    }

    /// @param heardAt what the receiver's clock said
    void add(MessageBits message, int station, long heardAtMillis, long arrivesAt) {
        if (freeCount == 0) {
            grow();
        }
        int slot = free[--freeCount];
        int chunk = slot / CHUNK;
        int at = slot % CHUNK;
        System.arraycopy(
                message.bytes, 0, bits.get(chunk), at * MessageBits.BYTES, MessageBits.BYTES);
        heardAt.get(chunk)[at] = heardAtMillis;
        about.get(chunk)[at] = station << 16 | message.size;
        order.add(arrivesAt - epoch << SLOT_BITS | slot);
    }

    private void grow() {
        if (slots + CHUNK > 1 << SLOT_BITS) {
            throw new IllegalStateException("more than four million messages on their way");
        }
        bits.add(new byte[CHUNK * MessageBits.BYTES]);
        heardAt.add(new long[CHUNK]);
        about.add(new int[CHUNK]);
        if (free.length < slots + CHUNK) {
            free = java.util.Arrays.copyOf(free, slots + CHUNK);
        }
        for (int i = CHUNK - 1; i >= 0; i--) {
            free[freeCount++] = slots + i;
        }
        slots += CHUNK;
    }

    /// Moves the next message into `into` and forgets it.
    void take(MessageBits into, Arrival arrival) {
        long key = order.removeLeast();
        int slot = (int) (key & (1 << SLOT_BITS) - 1);
        int chunk = slot / CHUNK;
        int at = slot % CHUNK;
        System.arraycopy(bits.get(chunk), at * MessageBits.BYTES, into.bytes, 0, MessageBits.BYTES);
        into.size = about.get(chunk)[at] & 0xffff;
        arrival.station = about.get(chunk)[at] >>> 16;
        arrival.heardAt = heardAt.get(chunk)[at];
        arrival.arrivedAt = (key >>> SLOT_BITS) + epoch;
        free[freeCount++] = slot;
    }

    static final class Arrival {
        int station;
        long heardAt;
        long arrivedAt;
    }
}
