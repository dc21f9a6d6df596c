package org.fairlead.ais.track;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;

/// Several lists, one behind the other, without copying them.
final class JoinedList<T> extends AbstractList<T> implements RandomAccess {

    private final List<List<T>> parts;

    /// Where each part begins, and where the last ends.
    private final int[] begins;

    /// @param parts which stay as they are
    JoinedList(List<List<T>> parts) {
        this.parts = List.copyOf(parts);
        begins = new int[parts.size() + 1];
        for (int part = 0; part < parts.size(); part++) {
            begins[part + 1] = begins[part] + parts.get(part).size();
        }
    }

    @Override
    public T get(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(begins, index);
        // Parts that are empty begin where the next does: the last of them has it.
        int part = found < 0 ? -found - 2 : found;
        while (begins[part + 1] == index) {
            part++;
        }
        return parts.get(part).get(index - begins[part]);
    }

    @Override
    public int size() {
        return begins[parts.size()];
    }

    @Override
    public Iterator<T> iterator() {
        return new Iterator<>() {

            private int next;
            private Iterator<T> part = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!part.hasNext() && next < parts.size()) {
                    part = parts.get(next++).iterator();
                }
                return part.hasNext();
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("behind the last of " + size());
                }
                return part.next();
            }
        };
    }
}
