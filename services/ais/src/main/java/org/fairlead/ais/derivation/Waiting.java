package org.fairlead.ais.derivation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;

/// Fixes of one transmitter that wait for older ones.
///
/// @param source that heard her last; its progress decides how long they wait
/// @param releasedMillis the newest that was handed over; [Long#MIN_VALUE] when none was
/// @param fixes oldest first
/// @param newest number of the newest frame that is in this, 0 for none ([FrameLog])
/// @param lacking number of the first frame that what is stored lacks, [#NOTHING] when it is this
record Waiting(String source, long releasedMillis, List<Fix> fixes, long newest, long lacking) {

    static final long NOTHING = -1;

    static final Waiting NONE = new Waiting("", Long.MIN_VALUE, List.of(), 0, NOTHING);

    /// Total, so that fixes of one moment have one order, whichever came first.
    static final Comparator<Fix> ORDER = Waiting::compare;

    /// Written out: a chain of comparators costs several times as much.
    private static int compare(Fix one, Fix other) {
        int order = Long.compare(one.epochMillis(), other.epochMillis());
        if (order != 0) {
            return order;
        }
        order = Integer.compare(one.latitude(), other.latitude());
        order = order != 0 ? order : Integer.compare(one.longitude(), other.longitude());
        order = order != 0 ? order : Integer.compare(one.speed(), other.speed());
        order = order != 0 ? order : Integer.compare(one.course(), other.course());
        order = order != 0 ? order : Integer.compare(one.heading(), other.heading());
        order = order != 0 ? order : Integer.compare(one.status(), other.status());
        order = order != 0 ? order : Integer.compare(one.rateOfTurn(), other.rateOfTurn());
        order = order != 0 ? order : Integer.compare(one.messageType(), other.messageType());
        return order != 0 ? order : Integer.compare(one.flags(), other.flags());
    }

    Waiting {
        fixes = List.copyOf(fixes);
    }

    /// @param next with what came
    /// @param late what came too late to be in its turn
    record Arrival(Waiting next, List<Fix> late) {}

    Arrival with(String heardBy, List<Fix> arrived) {
        var late = new ArrayList<Fix>(0);
        var waiting = new ArrayList<Fix>(fixes.size() + arrived.size());
        waiting.addAll(fixes);
        boolean isInOrder = true;
        for (Fix fix : arrived) {
            if (fix.epochMillis() < releasedMillis) {
                late.add(fix);
            } else {
                isInOrder &= waiting.isEmpty() || ORDER.compare(waiting.getLast(), fix) <= 0;
                waiting.add(fix);
            }
        }
        if (!isInOrder) {
            waiting.sort(ORDER);
        }
        return new Arrival(new Waiting(heardBy, releasedMillis, waiting, newest, lacking), late);
    }

    /// @param next what still waits
    record Release(Waiting next, List<Fix> inOrder) {}

    /// Hands over what need not wait any longer than to a moment.
    Release until(long untilMillis) {
        int n = 0;
        while (n < fixes.size() && fixes.get(n).epochMillis() <= untilMillis) {
            n++;
        }
        if (n == 0) {
            return new Release(this, List.of());
        }
        return new Release(
                new Waiting(
                        source,
                        fixes.get(n - 1).epochMillis(),
                        fixes.subList(n, fixes.size()),
                        newest,
                        lacking),
                fixes.subList(0, n));
    }

    /// How far the source must have come for anything to be handed over: to the oldest fix, and
    /// farther while more of an unbroken series are gathered.
    ///
    /// @param gatherMillis how much farther, and which pause breaks a series
    /// @param most when so many need not wait any more, they are not gathered any longer
    long dueMillis(long gatherMillis, int most) {
        long oldest = fixes.getFirst().epochMillis();
        if (releasedMillis == Long.MIN_VALUE || oldest - releasedMillis >= gatherMillis) {
            return oldest;
        }
        long gathered = oldest + gatherMillis;
        return fixes.size() < most
                ? gathered
                : Math.min(gathered, fixes.get(most - 1).epochMillis());
    }

    /// With all frames up to one in it, the stored state lacking those from another on.
    Waiting as(long newestFrame, long firstLacking) {
        return new Waiting(source, releasedMillis, fixes, newestFrame, firstLacking);
    }

    /// A frame: it is what holds fixes in few bytes already. Its watermark is the newest released,
    /// its id the number of the newest frame.
    byte[] encode() {
        return FrameCodec.encode(new Frame(Long.toString(newest), source, releasedMillis, fixes));
    }

    /// Versions before there were numbers left the id empty.
    static Waiting decode(byte[] bytes) {
        var frame = FrameCodec.decode(bytes);
        return new Waiting(
                frame.source(),
                frame.watermarkMillis(),
                frame.fixes(),
                frame.id().isEmpty() ? 0 : Long.parseLong(frame.id()),
                NOTHING);
    }
}
