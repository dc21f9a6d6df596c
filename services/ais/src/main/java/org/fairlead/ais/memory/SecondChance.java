package org.fairlead.ais.memory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
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
        private int number;
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

    /// The one that has been there longest is first.
    private final LinkedHashMap<K, E> fresh = new LinkedHashMap<>();

    private final LinkedHashMap<K, E> proven = new LinkedHashMap<>();

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
        var entry = proven.get(key);
        return entry == null ? fresh.get(key) : entry;
    }

    /// @param key of no other entry
    public void put(K key, E entry) {
        number(entry, came++);
        fresh.put(key, entry);
    }

    private static void number(Entry entry, int number) {
        entry.number = number;
    }

    public @Nullable E remove(K key) {
        var entry = proven.remove(key);
        return entry == null ? fresh.remove(key) : entry;
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
        boolean isOfFresh = fresh.size() * FRESH > size() || proven.isEmpty();
        var from = isOfFresh ? fresh : proven;
        var eldest = from.pollFirstEntry();
        if (!mayGo.test(eldest.getValue())) {
            from.put(eldest.getKey(), eldest.getValue());
        } else if (takeMark(eldest.getValue()) || (isOfFresh && staysForAll())) {
            proven.put(eldest.getKey(), eldest.getValue());
        } else {
            return eldest;
        }
        return null;
    }

    private static boolean takeMark(Entry entry) {
        boolean was = entry.isUsed;
        entry.isUsed = false;
        return was;
    }

    private boolean staysForAll() {
        boolean isRoom = fresh.size() * FRESH > 2 * size();
        left++;
        return left % (isRoom ? STAYS_WHILE_THERE_IS_ROOM : STAYS) == 0;
    }

    public int size() {
        return fresh.size() + proven.size();
    }

    public Set<K> keys() {
        var keys = new LinkedHashSet<>(proven.keySet());
        keys.addAll(fresh.keySet());
        return keys;
    }

    public void forEach(BiConsumer<K, E> action) {
        proven.forEach(action);
        fresh.forEach(action);
    }

    public void clear() {
        proven.clear();
        fresh.clear();
    }
}
