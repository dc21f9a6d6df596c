package org.fairlead.ais.encounter;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import org.fairlead.ais.encounter.Nearness.Placed;

/// The slow ships that one cell knows of at one time of the grid: those in it, and around it as far
/// as [GridPoints#cellsOf] says. A pure step, from which contacts go on to the pairs.
///
/// What holds follows from which points there are, and not from the order in which they came or
/// went. Two ships are in contact when they are near each other and neither has a crowd around her
/// (see [EncounterConfig#crowd]). A contact is told and taken back by one cell alone, that in which
/// the ship with the lower MMSI lies, so that what is told of it has an order.
///
/// Of a cell that once knew more ships than [#MOST] nothing holds any more: it forgets them, and
/// takes its contacts back.
public final class Meeting {

    /// More than this in a tenth of a degree at once is several harbours that no list has, or
    /// hostile.
    static final int MOST = 500;

    public static final Meeting NONE =
            new Meeting(Long.MIN_VALUE, new Placed[0], new int[0], false);

    /// Stands for all ships of a cell that is too full, among a cell's stored points. An earlier
    /// version takes it for a ship at the south pole.
    private static final int TOO_FULL = -1;

    private final long slot;
    private final Placed[] ships;

    /// How many others are near each ship; of ships outside of the cell perhaps too few.
    private final int[] near;

    private final boolean isTooFull;

    Meeting(long slot, Placed[] ships, int[] near, boolean isTooFull) {
        this.slot = slot;
        this.ships = ships;
        this.near = near;
        this.isTooFull = isTooFull;
    }

    static Meeting tooFull(long slot) {
        return new Meeting(slot, new Placed[0], new int[0], true);
    }

    /// Takes a note to the cell of a pair.
    public interface ToPair {
        void send(long pair, byte[] note);
    }

    /// Times of the grid since 1970; [Long#MIN_VALUE] when empty.
    public long slot() {
        return slot;
    }

    /// That of the point a note is of.
    public static long slotOf(byte[] note) {
        return Point.slotOfNote(note);
    }

    public boolean isEmpty() {
        return ships.length == 0 && !isTooFull;
    }

    /// @param note that a point is there, or is not any more: see [Point#note]
    /// @return what holds then; the same object when nothing changed
    public Meeting on(long cell, byte[] note, Nearness nearness, ToPair pairs) {
        var change = Point.ofNote(note);
        var point = change.point();
        if (slot != point.slot()) {
            // The place belongs to another time from now on; of that nothing was there yet.
            return change.isThere() ? NONE.with(point, -1, cell, nearness, pairs) : this;
        }
        int at = indexOf(point.mmsi());
        boolean isAsItIs = at >= 0 && ships[at].point().equals(point);
        // What is taken back is what was: something else may be there meanwhile.
        if (isTooFull || change.isThere() == isAsItIs || (!change.isThere() && at < 0)) {
            return this;
        }
        if (change.isThere()) {
            return with(point, at, cell, nearness, pairs);
        }
        var step = new MeetingStep(slot, ships, near, cell, nearness, pairs);
        step.remove(at);
        return step.next();
    }

    /// @param instead index of where she was before; -1 when she was not there
    private Meeting with(Point point, int instead, long cell, Nearness nearness, ToPair pairs) {
        var step = new MeetingStep(point.slot(), ships, near, cell, nearness, pairs);
        if (instead >= 0) {
            step.remove(instead);
        }
        step.add(Placed.of(point));
        return step.next();
    }

    private int indexOf(int mmsi) {
        for (int i = 0; i < ships.length; i++) {
            if (ships[i].mmsi() == mmsi) {
                return i;
            }
        }
        return -1;
    }

    /// How many points, in two bytes, and these.
    public byte[] encode() {
        if (isTooFull) {
            return encode(
                    new Placed[] {
                        Placed.of(new Point(TOO_FULL, slot, -90, 0, 0, false, false, ""))
                    });
        }
        return encode(ships);
    }

    private static byte[] encode(Placed[] ships) {
        int size = 2;
        for (Placed ship : ships) {
            size += PointBytes.size(ship.point());
        }
        var out = ByteBuffer.allocate(size).putShort((short) ships.length);
        for (Placed ship : ships) {
            PointBytes.write(ship.point(), out);
        }
        return PointBytes.written(out);
    }

    public static Meeting decode(byte[] bytes, Nearness nearness) {
        try {
            var in = ByteBuffer.wrap(bytes);
            var ships = new Placed[Short.toUnsignedInt(in.getShort())];
            var points = new PointBytes.Reader(in);
            for (int i = 0; i < ships.length; i++) {
                ships[i] = Placed.of(points.next());
            }
            if (ships.length == 0) {
                return NONE;
            }
            long slot = ships[0].point().slot();
            return ships[0].mmsi() == TOO_FULL
                    ? tooFull(slot)
                    : new Meeting(slot, ships, counted(ships, nearness), false);
        } catch (BufferUnderflowException damaged) {
            throw new IllegalArgumentException("points of a cell are damaged", damaged);
        }
    }

    private static int[] counted(Placed[] ships, Nearness nearness) {
        int[] near = new int[ships.length];
        for (int i = 0; i < ships.length; i++) {
            for (int j = 0; j < i; j++) {
                if (nearness.isNear(ships[i], ships[j])) {
                    near[i]++;
                    near[j]++;
                }
            }
        }
        return near;
    }
}
