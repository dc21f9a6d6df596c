package org.fairlead.ais.hygiene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Finds receivers whose clock is wrong, by reports of ships under way that another receiver heard
/// as well: the same report was sent once, so the two times should be the same.
///
/// A receiver is judged for each hour of its own time. When enough reports, shared with at least
/// two other receivers, show the same error of more than the tolerance, the receiver is left out
/// for that hour, or put right where the error is one whole hour. Two receivers alone do not tell
/// which of them is wrong. Ships that lie still are no evidence: they may well say the same again
/// after an hour.
public final class ReceiverClocks {

    /// This receiver is not to be believed in this hour.
    public static final long LEFT_OUT = Long.MIN_VALUE;

    private static final long HOUR = 3_600_000;
    private static final long LONGEST = HOUR + 120_000;
    private static final int UNDER_WAY_TENTH_KNOTS = 50;
    private static final int MOST_REMEMBERED = 1 << 16;
    private static final int MOST_OFFSETS = 64;
    private static final long SAME_ERROR_MILLIS = 5_000;

    private final long toleranceMillis;
    private final int evidence;

    /// The first two receivers of a report.
    private record Heard(int receiver, long at, int second, long secondAt) {

        boolean isSecondFree(int by) {
            return second == Report.NO_RECEIVER && by != receiver;
        }
    }

    private record Hour(int receiver, long hour) {}

    private static final class Offsets {
        private final long[] offsets = new long[MOST_OFFSETS];
        private final int[] others = new int[MOST_OFFSETS];
        private int count;
    }

    private Map<Long, Heard> current = new HashMap<>();
    private Map<Long, Heard> before = new HashMap<>();
    private final Map<Hour, Offsets> hours = new HashMap<>();
    private final Map<Hour, Long> errors = new HashMap<>();

    public ReceiverClocks(long toleranceMillis, int evidence) {
        this.toleranceMillis = toleranceMillis;
        this.evidence = evidence;
    }

    /// What to add to the receiver's time, or [#LEFT_OUT].
    public long correction(int receiver, long at) {
        if (errors.isEmpty() || receiver == Report.NO_RECEIVER) {
            return 0;
        }
        long error = errors.getOrDefault(new Hour(receiver, Math.floorDiv(at, HOUR)), 0L);
        if (error == 0) {
            return 0;
        }
        return Math.abs(Math.abs(error) - HOUR) <= toleranceMillis
                ? (error > 0 ? -HOUR : HOUR)
                : LEFT_OUT;
    }

    /// Learns from a report, with the time its receiver gave it.
    public void learn(Report report, long hash, long receivedAt) {
        if (report.receiver == Report.NO_RECEIVER
                || report.speed < UNDER_WAY_TENTH_KNOTS
                || report.speed >= 1022) {
            return;
        }
        var other = current.get(hash);
        other = other == null ? before.get(hash) : other;
        if (other == null) {
            remember(hash, new Heard(report.receiver, receivedAt, Report.NO_RECEIVER, 0));
            return;
        }
        compare(report.receiver, receivedAt, other.receiver(), other.at());
        if (other.isSecondFree(report.receiver)) {
            remember(hash, new Heard(other.receiver(), other.at(), report.receiver, receivedAt));
        } else if (other.second() != Report.NO_RECEIVER) {
            compare(report.receiver, receivedAt, other.second(), other.secondAt());
        }
    }

    private void compare(int receiver, long at, int other, long otherAt) {
        long offset = at - otherAt;
        if (other != receiver && Math.abs(offset) <= LONGEST) {
            note(receiver, at, other, offset);
            note(other, otherAt, receiver, -offset);
        }
    }

    private void remember(long hash, Heard heard) {
        if (current.size() >= MOST_REMEMBERED) {
            before = current;
            current = new HashMap<>();
        }
        current.put(hash, heard);
    }

    private void note(int receiver, long at, int other, long offset) {
        if (Math.abs(offset) <= toleranceMillis && errors.isEmpty() && hours.isEmpty()) {
            return;
        }
        if (hours.size() > MOST_REMEMBERED) {
            hours.clear();
        }
        var hour = new Hour(receiver, Math.floorDiv(at, HOUR));
        var offsets = hours.computeIfAbsent(hour, any -> new Offsets());
        int place = offsets.count++ % MOST_OFFSETS;
        offsets.offsets[place] = offset;
        offsets.others[place] = other;
        judge(hour, offsets);
    }

    private void judge(Hour hour, Offsets offsets) {
        int n = Math.min(offsets.count, MOST_OFFSETS);
        long[] sorted = Arrays.copyOf(offsets.offsets, n);
        Arrays.sort(sorted);
        long median = sorted[n / 2];
        int agreeing = 0;
        int firstOther = Report.NO_RECEIVER;
        boolean isSeveral = false;
        for (int i = 0; i < n; i++) {
            if (Math.abs(offsets.offsets[i] - median) <= SAME_ERROR_MILLIS) {
                agreeing++;
                isSeveral |= firstOther >= 0 && offsets.others[i] != firstOther;
                firstOther = offsets.others[i];
            }
        }
        boolean isWrong =
                Math.abs(median) > toleranceMillis
                        && isSeveral
                        && agreeing >= evidence
                        && agreeing * 2 > n;
        if (isWrong) {
            errors.put(hour, median);
        } else {
            errors.remove(hour);
        }
    }
}
