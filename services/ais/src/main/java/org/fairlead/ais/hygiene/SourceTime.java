package org.fairlead.ais.hygiene;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How far a source has come in time: the newest time it heard, but for wrong clocks.
///
/// A step ahead of up to an hour is taken as it comes. A longer jump waits until three transmitters
/// have confirmed it, or three reports in a row with nobody heard at the old time between them (a
/// source may hear one ship only). While a jump waits, its reports wait too; when others go on at
/// the old time, they are given up.
///
/// The first time is on trial as well: when three transmitters are heard well before it and not yet
/// three at it, the source's time is theirs.
public final class SourceTime {

    /// Nothing was heard yet.
    public static final long NONE = Long.MIN_VALUE;

    /// What becomes of a report.
    public enum Verdict {
        USE,
        WAIT
    }

    private final long jumpMillis;
    private final int confirmedBy;
    private final int givenUpAfter;

    private long now = NONE;
    private final Set<Integer> supporters = new HashSet<>();
    private final Set<Integer> earlier = new HashSet<>();
    private long earlierNewest = NONE;

    private final List<Report> waiting = new ArrayList<>();
    private final Set<Integer> waitingFor = new HashSet<>();
    private int inARow;
    private int contradictions;

    private List<Report> confirmed = new ArrayList<>();
    private List<Report> givenUp = new ArrayList<>();

    public SourceTime(HygieneConfig config) {
        jumpMillis = config.jumpAfter().toMillis();
        confirmedBy = config.jumpConfirmedBy();
        givenUpAfter = config.jumpGivenUpAfter();
    }

    /// Newest time that is believed, or [#NONE].
    public long now() {
        return now;
    }

    /// A report was heard. One that waits is copied, and comes back from [#takeConfirmed] or
    /// [#takeGivenUp].
    public Verdict heard(Report report) {
        if (now == NONE) {
            now = report.at;
            supporters.add(report.mmsi);
            return Verdict.USE;
        }
        if (report.at > now + jumpMillis) {
            jump(report);
            return Verdict.WAIT;
        }
        if (!waiting.isEmpty() && report.at > now - jumpMillis) {
            contradict();
        }
        if (supporters.size() < confirmedBy) {
            onTrial(report);
        }
        now = Math.max(now, report.at);
        return Verdict.USE;
    }

    /// Whether a time can be believed that comes without a position, as an identity does.
    public boolean isBelievable(long at) {
        return now == NONE || at <= now + jumpMillis;
    }

    private void onTrial(Report report) {
        if (report.at >= now - jumpMillis) {
            supporters.add(report.mmsi);
            return;
        }
        earlier.add(report.mmsi);
        earlierNewest = Math.max(earlierNewest, report.at);
        if (earlier.size() >= confirmedBy) {
            now = earlierNewest;
            supporters.clear();
            supporters.addAll(earlier);
        }
    }

    private void jump(Report report) {
        waiting.add(report.copy());
        waitingFor.add(report.mmsi);
        inARow++;
        if (waitingFor.size() >= confirmedBy || inARow >= confirmedBy) {
            now = reachedByMost();
            confirmed.addAll(waiting);
            forget();
        } else if (waiting.size() >= givenUpAfter) {
            giveUp();
        }
    }

    /// The newest time of those that wait, without the one farthest ahead when it stands alone.
    private long reachedByMost() {
        long[] times = waiting.stream().mapToLong(one -> one.at).sorted().toArray();
        long newest = times[times.length - 1];
        return times.length > 1 && newest - times[times.length - 2] > jumpMillis
                ? times[times.length - 2]
                : newest;
    }

    private void contradict() {
        inARow = 0;
        if (++contradictions >= givenUpAfter) {
            giveUp();
        }
    }

    private void giveUp() {
        givenUp.addAll(waiting);
        forget();
    }

    private void forget() {
        waiting.clear();
        waitingFor.clear();
        inARow = 0;
        contradictions = 0;
    }

    /// No more comes: what nobody contradicted is used, without moving the time.
    public void end() {
        if (contradictions > 0) {
            giveUp();
        } else {
            confirmed.addAll(waiting);
            forget();
        }
    }

    public boolean hasSettled() {
        return !confirmed.isEmpty() || !givenUp.isEmpty();
    }

    public List<Report> takeConfirmed() {
        var taken = confirmed;
        confirmed = new ArrayList<>();
        return taken;
    }

    public List<Report> takeGivenUp() {
        var taken = givenUp;
        givenUp = new ArrayList<>();
        return taken;
    }

    /// Reports that wait are not kept: they are given up first.
    public void save(DataOutput out) throws IOException {
        out.writeLong(now);
        out.writeInt(supporters.size());
        for (int mmsi : supporters) {
            out.writeInt(mmsi);
        }
    }

    public void restore(DataInput in) throws IOException {
        now = in.readLong();
        supporters.clear();
        for (int n = in.readInt(); n > 0; n--) {
            supporters.add(in.readInt());
        }
    }

    /// Before a state is kept: what waits is used when nobody contradicted it.
    public boolean isWaiting() {
        return !waiting.isEmpty();
    }
}
