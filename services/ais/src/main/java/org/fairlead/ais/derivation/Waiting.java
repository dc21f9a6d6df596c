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
record Waiting(String source, long releasedMillis, List<Fix> fixes) {

    static final Waiting NONE = new Waiting("", Long.MIN_VALUE, List.of());

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

    /// @param next what still waits
    record Release(Waiting next, List<Fix> inOrder, List<Fix> late) {}

    Release on(String heardBy, List<Fix> arrived, long untilMillis) {
        var late = new ArrayList<Fix>();
        var waiting = new ArrayList<>(fixes);
        for (Fix fix : arrived) {
            (fix.epochMillis() < releasedMillis ? late : waiting).add(fix);
        }
        waiting.sort(ORDER);
        int n = 0;
        while (n < waiting.size() && waiting.get(n).epochMillis() <= untilMillis) {
            n++;
        }
        long newest = n == 0 ? releasedMillis : waiting.get(n - 1).epochMillis();
        return new Release(
                new Waiting(heardBy, newest, waiting.subList(n, waiting.size())),
                List.copyOf(waiting.subList(0, n)),
                late);
    }

    /// A frame: it is what holds fixes in few bytes already. Its watermark is the newest released.
    byte[] encode() {
        return FrameCodec.encode(new Frame("", source, releasedMillis, fixes));
    }

    static Waiting decode(byte[] bytes) {
        var frame = FrameCodec.decode(bytes);
        return new Waiting(frame.source(), frame.watermarkMillis(), frame.fixes());
    }
}
