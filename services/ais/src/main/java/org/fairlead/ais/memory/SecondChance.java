package org.fairlead.ais.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Entries by key. Their owner says when one has to go: then it is one that has been there long,
/// unless it was asked for since it was last its turn; then it stays another round. That is how
/// operating systems replace pages, and about as good as the order of use.
///
/// Ships of a fleet come back in turn. If there are more of them than have room, each would be let
/// go shortly before she comes back, and what was made of all of them would have become old in
/// memory for nothing. So an eighth of the room is for those that came last, and they leave it
/// soon; the rest is kept by those that proved to come back, and by a few of the others, so that
/// another fleet takes their place in time.
///
/// A list in the order of use would change old entries all over the heap each time one is asked
/// for, which the collector then looks through.
///
/// Not for several threads.
public final class SecondChance<K, E extends SecondChance.Entry> {

    /// What is kept, with its marks.
    public abstract static class Entry {
        private boolean isUsed;
        private boolean isProven;
        private int number;
        private Object key = this;
        private Entry before = this;
        private Entry after = this;
    }

    /// Entries in the order in which they came to it. They hold on to each other, so that there is
    /// one place to look for a key, wherever its entry stands.
    private static final class Line extends Entry {
        private int size;

        void add(Entry entry) {
            Entry head = this;
            entry.before = head.before;
            entry.after = head;
            head.before.after = entry;
            head.before = entry;
            size++;
        }

        void remove(Entry entry) {
            entry.before.after = entry.after;
            entry.after.before = entry.before;
            // Whoever still has it holds no others.
            entry.before = entry;
            entry.after = entry;
            size--;
        }

        Entry first() {
            Entry head = this;
            return head.after;
        }

        void clear() {
            Entry head = this;
            head.before = head;
            head.after = head;
            size = 0;
        }
    }

    /// One of so many has room among those that came last.
    private static final int FRESH = 8;

    /// Whoever is asked for before one of so many of all others came is being dealt with: that is
    /// not coming back.
    private static final int SAME_VISIT = 16;

    /// Of those that came last and were not asked for again, one of so many stays all the same:
    /// more while there is room.
    private static final int STAYS = 16;

    private static final int STAYS_WHILE_THERE_IS_ROOM = 8;

    private final Places<K, E> entries = new Places<>();
    private final Line fresh = new Line();
    private final Line proven = new Line();

    private int came;
    private int left;

    public @Nullable E get(K key) {
        var entry = peek(key);
        if (entry != null) {
            ask(entry);
        }
        return entry;
    }

    private void ask(Entry entry) {
        if (came - entry.number > size() / SAME_VISIT) {
            entry.isUsed = true;
        }
    }

    /// Without keeping it any longer for that.
    public @Nullable E peek(K key) {
        return entries.get(key);
    }

    /// In the place of another of that key.
    public void put(K key, E entry) {
        var before = entries.put(key, entry);
        if (before != null) {
            lineOf(before).remove(before);
        }
        begin(key, entry);
    }

    private void begin(Object key, Entry entry) {
        entry.key = key;
        entry.number = came++;
        entry.isProven = false;
        fresh.add(entry);
    }

    public @Nullable E remove(K key) {
        var entry = entries.remove(key);
        if (entry != null) {
            lineOf(entry).remove(entry);
        }
        return entry;
    }

    private Line lineOf(Entry entry) {
        return entry.isProven ? proven : fresh;
    }

    /// Lets one go; there must be one.
    public Map.Entry<K, E> evict() {
        while (true) {
            var gone = turn(any -> true);
            if (gone != null) {
                return gone;
            }
        }
    }

    /// Lets one go of those that may.
    ///
    /// @param most after so many were looked at, none goes: few may
    public Map.@Nullable Entry<K, E> evict(Predicate<E> mayGo, int most) {
        for (int tries = 0; tries < most && size() > 0; tries++) {
            var gone = turn(mayGo);
            if (gone != null) {
                return gone;
            }
        }
        return null;
    }

    /// Whose turn it is goes, or stays.
    private Map.@Nullable Entry<K, E> turn(Predicate<E> mayGo) {
        boolean isOfFresh = fresh.size * FRESH > size() || proven.size == 0;
        var from = isOfFresh ? fresh : proven;
        var eldest = from.first();
        boolean isFree = mayGo.test(kept(eldest));
        from.remove(eldest);
        if (!isFree) {
            from.add(eldest);
        } else if (takeMark(eldest) || (isOfFresh && staysForAll())) {
            eldest.isProven = true;
            proven.add(eldest);
        } else {
            var key = keyOf(eldest);
            entries.remove(key);
            return Map.entry(key, kept(eldest));
        }
        return null;
    }

    /// Nothing else is put into a line.
    @SuppressWarnings("unchecked")
    private E kept(Entry entry) {
        return (E) entry;
    }

    /// By which it was put.
    @SuppressWarnings("unchecked")
    private K keyOf(Entry entry) {
        return (K) entry.key;
    }

    private static boolean takeMark(Entry entry) {
        boolean was = entry.isUsed;
        entry.isUsed = false;
        return was;
    }

    private boolean staysForAll() {
        boolean isRoom = fresh.size * FRESH > 2 * size();
        left++;
        return left % (isRoom ? STAYS_WHILE_THERE_IS_ROOM : STAYS) == 0;
    }

    public int size() {
        return entries.size();
    }

    /// Of all entries there are now, in no order that means anything.
    public List<K> keys() {
        var keys = new ArrayList<K>(size());
        entries.forEach(entry -> keys.add(keyOf(entry)));
        return keys;
    }

    public void forEach(BiConsumer<K, E> action) {
        entries.forEach(entry -> action.accept(keyOf(entry), entry));
    }

    public void clear() {
        entries.clear();
        proven.clear();
        fresh.clear();
    }
}
