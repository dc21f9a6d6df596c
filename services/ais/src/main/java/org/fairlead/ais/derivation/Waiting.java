package org.fairlead.ais.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;

/// Fixes of one transmitter that wait for older ones.
///
/// Changed in place by [OrderProcessor]: a large fleet brings one fix of a ship at a time, and to
/// copy those that wait for each costs more than all else that is done with it. Looking at them
/// costs most of what is left, as they lie anywhere in memory: so what decides is kept beside.
final class Waiting {

    static final long NOTHING = -1;

    private static final Fix[] NOT_ONE = {};

    /// Oldest first, as many as wait.
    private Fix[] fixes;

    private int size;

    /// Times of the first and the last of them.
    private long fromMillis;

    private long toMillis;

    private String source;
    private long releasedMillis;
    private long newest;
    private long lacking = NOTHING;

    /// Nothing waits, nothing was handed over.
    Waiting() {
        this("", Long.MIN_VALUE, List.of(), 0);
    }

    private Waiting(String source, long releasedMillis, List<Fix> fixes, long newest) {
        this.source = source;
        this.releasedMillis = releasedMillis;
        this.fixes = fixes.toArray(NOT_ONE);
        this.size = fixes.size();
        this.newest = newest;
        measure();
    }

    private void measure() {
        if (size > 0) {
            fromMillis = fixes[0].epochMillis();
            toMillis = fixes[size - 1].epochMillis();
        }
    }

    /// The source that heard her last; its progress decides how long they wait.
    String source() {
        return source;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Time of the newest that waits; there must be one.
    long toMillis() {
        return toMillis;
    }

    /// Number of the newest frame that is in this, 0 for none ([FrameLog]).
    long newest() {
        return newest;
    }

    /// Number of the first frame that what is stored lacks, [#NOTHING] when it is this.
    long lacking() {
        return lacking;
    }

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

    /// Takes in what came.
    ///
    /// @return what came too late to be in its turn
    List<Fix> add(String heardBy, List<Fix> arrived) {
        source = heardBy;
        List<Fix> late = List.of();
        boolean isInOrder = true;
        for (Fix fix : arrived) {
            if (fix.epochMillis() < releasedMillis) {
                late = late.isEmpty() ? new ArrayList<>() : late;
                late.add(fix);
            } else {
                isInOrder &= size == 0 || isNext(fix);
                append(fix);
            }
        }
        if (!isInOrder) {
            Arrays.sort(fixes, 0, size, ORDER);
            measure();
        }
        return late;
    }

    private boolean isNext(Fix fix) {
        return fix.epochMillis() > toMillis || ORDER.compare(fixes[size - 1], fix) <= 0;
    }

    private void append(Fix fix) {
        if (size == fixes.length) {
            fixes = Arrays.copyOf(fixes, size + Math.max(4, size / 2));
        }
        fixes[size++] = fix;
        fromMillis = size == 1 ? fix.epochMillis() : fromMillis;
        toMillis = fix.epochMillis();
    }

    /// Hands over what need not wait any longer than to a moment.
    List<Fix> take(long untilMillis) {
        int n = 0;
        while (n < size && fixes[n].epochMillis() <= untilMillis) {
            n++;
        }
        if (n == 0) {
            return List.of();
        }
        releasedMillis = fixes[n - 1].epochMillis();
        var taken = List.of(Arrays.copyOf(fixes, n));
        // As long as it was: she goes on being heard.
        System.arraycopy(fixes, n, fixes, 0, size - n);
        Arrays.fill(fixes, size - n, size, null);
        size -= n;
        measure();
        return taken;
    }

    /// How far the source must have come for anything to be handed over: to the oldest fix, and
    /// farther while more of an unbroken series are gathered.
    ///
    /// @param gatherMillis how much farther, and which pause breaks a series
    /// @param most when so many need not wait any more, they are not gathered any longer
    long dueMillis(long gatherMillis, int most) {
        if (releasedMillis == Long.MIN_VALUE || fromMillis - releasedMillis >= gatherMillis) {
            return fromMillis;
        }
        long gathered = fromMillis + gatherMillis;
        return size < most ? gathered : Math.min(gathered, fixes[most - 1].epochMillis());
    }

    /// All frames up to one are in this, and it is what is stored.
    void saved(long newestFrame) {
        newest = newestFrame;
        lacking = NOTHING;
    }

    /// All frames up to one are in this.
    ///
    /// @return whether it is the first that what is stored lacks
    boolean unsaved(long newestFrame) {
        newest = newestFrame;
        boolean isFirst = lacking == NOTHING;
        lacking = isFirst ? newestFrame : lacking;
        return isFirst;
    }

    /// A frame: it is what holds fixes in few bytes already. Its watermark is the newest released,
    /// its id the number of the newest frame.
    byte[] encode() {
        return FrameCodec.encode(
                new Frame(
                        Long.toString(newest),
                        source,
                        releasedMillis,
                        List.of(Arrays.copyOf(fixes, size))));
    }

    /// Versions before there were numbers left the id empty.
    static Waiting decode(byte[] bytes) {
        var frame = FrameCodec.decode(bytes);
        return new Waiting(
                frame.source(),
                frame.watermarkMillis(),
                frame.fixes(),
                frame.id().isEmpty() ? 0 : Long.parseLong(frame.id()));
    }
}
