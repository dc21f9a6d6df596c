package org.fairlead.ais.encounter;

import java.util.Arrays;
import org.fairlead.ais.encounter.Meeting.ToPair;
import org.fairlead.ais.encounter.Nearness.Placed;

/// One ship that comes to a [Meeting] or leaves it: how many are near the others then, and which
/// contacts came to be, or are no more.
///
/// A step looks at all ships once, and once more for each ship near her that has just become
/// crowded, or just no longer is: a ship that others join one after another is that only once.
final class MeetingStep {

    private final long slot;
    private final int place;
    private final Nearness nearness;
    private final ToPair pairs;

    private Placed[] ships;
    private int[] near;
    private int size;

    /// Of the ship that comes or leaves: indices of the others near her.
    private int[] neighbours = new int[16];

    private int neighbourCount;
    private boolean isTooFull;

    /// @param ships is copied, as is `near`
    MeetingStep(long slot, Placed[] ships, int[] near, long cell, Nearness nearness, ToPair pairs) {
        this.slot = slot;
        this.place = GridPoints.placeOf(cell);
        this.nearness = nearness;
        this.pairs = pairs;
        this.size = ships.length;
        this.ships = Arrays.copyOf(ships, size + 1);
        this.near = Arrays.copyOf(near, size + 1);
    }

    Meeting next() {
        if (isTooFull) {
            return Meeting.tooFull(slot);
        }
        if (size == 0) {
            return Meeting.NONE;
        }
        return new Meeting(slot, Arrays.copyOf(ships, size), Arrays.copyOf(near, size), false);
    }

    void add(Placed ship) {
        if (size == Meeting.MOST) {
            takeAllBack();
            isTooFull = true;
            return;
        }
        lookAround(ship, -1);
        for (int n = 0; n < neighbourCount; n++) {
            int other = neighbours[n];
            if (!isCrowded(other) && nearness.isCrowded(near[other] + 1)) {
                tellAllOf(other, -1, false);
            }
            near[other]++;
        }
        ships[size] = ship;
        near[size] = neighbourCount;
        tellNeighbours(size, true);
        size++;
    }

    void remove(int at) {
        lookAround(ships[at], at);
        tellNeighbours(at, false);
        for (int n = 0; n < neighbourCount; n++) {
            int other = neighbours[n];
            boolean wasCrowded = isCrowded(other);
            if (wasCrowded && !nearness.isCrowded(near[other] - 1)) {
                tellAllOf(other, at, true);
            }
            near[other]--;
        }
        size--;
        ships[at] = ships[size];
        near[at] = near[size];
    }

    private boolean isCrowded(int at) {
        return nearness.isCrowded(near[at]);
    }

    private void lookAround(Placed ship, int butFor) {
        neighbourCount = 0;
        for (int i = 0; i < size; i++) {
            if (i != butFor && nearness.isNear(ship, ships[i])) {
                if (neighbourCount == neighbours.length) {
                    neighbours = Arrays.copyOf(neighbours, 2 * neighbourCount);
                }
                neighbours[neighbourCount++] = i;
            }
        }
    }

    /// Contacts of the ship that comes or leaves.
    private void tellNeighbours(int at, boolean isThere) {
        if (isCrowded(at)) {
            return;
        }
        for (int n = 0; n < neighbourCount; n++) {
            if (!isCrowded(neighbours[n])) {
                tell(at, neighbours[n], isThere);
            }
        }
    }

    /// Contacts of a ship with those who have no crowd around them now: of two that change sides in
    /// one step, the first finds the other where she was, and the other no longer finds the first.
    private void tellAllOf(int at, int butFor, boolean isThere) {
        for (int i = 0; i < size; i++) {
            if (i != at && i != butFor && !isCrowded(i) && nearness.isNear(ships[at], ships[i])) {
                tell(at, i, isThere);
            }
        }
    }

    private void takeAllBack() {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i && !isCrowded(i); j++) {
                if (!isCrowded(j) && nearness.isNear(ships[i], ships[j])) {
                    tell(i, j, false);
                }
            }
        }
    }

    private void tell(int one, int other, boolean isThere) {
        var contact = Contact.of(ships[one].point(), ships[other].point());
        if (GridPoints.placeOf(contact.a()) == place) {
            pairs.send(contact.pair(), contact.note(isThere));
        }
    }
}
