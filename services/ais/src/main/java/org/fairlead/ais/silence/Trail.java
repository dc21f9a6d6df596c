package org.fairlead.ais.silence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The newest slots of ten minutes in which a ship was heard. The last few may still change with
/// what comes late; those before are settled, and told to the cells she was in.
///
/// @param settled the last one that was told; absent at first
/// @param ashore the last one that was told and in which a receiver ashore heard her
/// @param newest oldest first, one for each slot
record Trail(@Nullable Heard settled, @Nullable Heard ashore, List<Heard> newest) {

    static final Trail NONE = new Trail(null, null, List.of());

    static final long SLOT_MILLIS = 600_000;

    /// A slot may still change while no slot this much later is known.
    private static final int OPEN_SLOTS = 3;

    Trail {
        newest = List.copyOf(newest);
    }

    /// @param contact the slot's first report
    /// @param byLand whether a receiver ashore heard her in it
    /// @param bySatellite whether a satellite did
    record Heard(Contact contact, boolean byLand, boolean bySatellite) {

        static Heard of(Contact contact) {
            return new Heard(contact, !contact.satellite(), contact.satellite());
        }

        long slot() {
            return Math.floorDiv(contact.atMillis(), SLOT_MILLIS);
        }

        Heard and(Heard other) {
            return new Heard(
                    Contact.ORDER.compare(contact, other.contact) <= 0 ? contact : other.contact,
                    byLand || other.byLand,
                    bySatellite || other.bySatellite);
        }
    }

    /// @param from absent when nothing is known of the time before
    /// @param ashore the last one before in which a receiver ashore heard her
    record Passage(@Nullable Heard from, @Nullable Heard ashore, Heard to) {}

    /// @param passages from one settled slot to the next
    record Step(Trail next, List<Passage> passages) {}

    Step on(List<Contact> contacts) {
        var open = new ArrayList<>(newest);
        var passages = new ArrayList<Passage>();
        for (Contact contact : contacts) {
            put(open, Heard.of(contact), passages);
        }
        var last = settled;
        var lastAshore = ashore;
        while (open.size() > 1 && open.getLast().slot() - open.getFirst().slot() >= OPEN_SLOTS) {
            var next = open.removeFirst();
            passages.add(new Passage(last, lastAshore, next));
            last = next;
            lastAshore = next.byLand() ? next : lastAshore;
        }
        return new Step(
                passages.isEmpty() && open.equals(newest)
                        ? this
                        : new Trail(last, lastAshore, open),
                passages);
    }

    private void put(List<Heard> open, Heard heard, List<Passage> passages) {
        long slot = heard.slot();
        if (settled != null && slot <= settled.slot()) {
            // Too late to be in its turn: that she was heard in it is told all the same.
            if (slot < settled.slot() || !covers(settled, heard)) {
                passages.add(new Passage(null, null, heard));
            }
            return;
        }
        int i = open.size();
        while (i > 0 && open.get(i - 1).slot() > slot) {
            i--;
        }
        if (i > 0 && open.get(i - 1).slot() == slot) {
            open.set(i - 1, open.get(i - 1).and(heard));
        } else {
            open.add(i, heard);
        }
    }

    private static boolean covers(Heard known, Heard heard) {
        return (known.byLand() || !heard.byLand()) && (known.bySatellite() || !heard.bySatellite());
    }
}
