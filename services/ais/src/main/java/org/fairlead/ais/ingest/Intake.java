package org.fairlead.ais.ingest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.fairlead.ais.hygiene.Doubt;
import org.fairlead.ais.hygiene.DuplicateFilter;
import org.fairlead.ais.hygiene.HygieneConfig;
import org.fairlead.ais.hygiene.Kinematics;
import org.fairlead.ais.hygiene.ReceiverClocks;
import org.fairlead.ais.hygiene.Report;
import org.fairlead.ais.hygiene.ReportTime;
import org.fairlead.ais.hygiene.SourceTime;
import org.fairlead.ais.vessel.IdentityClaim;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;

/// From decoded reports to frames and claims, whatever they came in: the same reports in the same
/// order give the same frames. What it remembers can be kept and restored, so that a feed that died
/// goes on where it was.
public final class Intake {

    private static final int MOST_RECEIVERS = 2_000;
    private static final int LISTED_DOUBTS = 200;
    private static final int LEAST_RECEIVERS_TO_COMPARE = 3;
    private static final long EARLIEST_MILLIS =
            Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();

    private final SourceFacts facts;
    private final IngestConfig config;
    private final long latenessMillis;
    private final DuplicateFilter duplicates;
    private final ReceiverClocks clocks;
    private final ReportTime reportTime;
    private final SourceTime time;
    private final Kinematics kinematics;
    private final Rejects rejects;
    private final Map<Doubt, Long> doubts = new EnumMap<>(Doubt.class);
    private final Set<Integer> heard = new HashSet<>();
    private final List<String> receiverNames = new ArrayList<>();
    private final List<long[]> receiverCounts = new ArrayList<>();
    private final Map<String, Integer> receiverIndexes = new HashMap<>();

    private FrameBuilder frames;
    private Map<IdentityClaim.Key, IdentityClaim> claims = new LinkedHashMap<>();
    private @Nullable Hearing hearing;
    private int traced;
    private long firstFixAt = Long.MAX_VALUE;
    private long lastFixAt = Long.MIN_VALUE;
    private long fixes;
    private long duplicateReports;
    private long withoutPosition;
    private long notShips;
    private int listedDoubts;
    private long latestMillis;
    private final int partitions;

    /// @param latestMillis a report that claims to be later has a wrong clock
    Intake(
            SourceFacts facts,
            IngestConfig config,
            HygieneConfig hygiene,
            int partitions,
            long latestMillis,
            Rejects rejects) {
        this.facts = facts;
        this.config = config;
        this.rejects = rejects;
        this.latestMillis = latestMillis;
        this.partitions = partitions;
        latenessMillis =
                facts.sourceClass() == SourceClass.TERRESTRIAL
                        ? config.terrestrialLateness().toMillis()
                        : config.satelliteLateness().toMillis();
        duplicates = new DuplicateFilter(hygiene.duplicateWithin().toMillis());
        clocks = new ReceiverClocks(hygiene.clockTolerance().toMillis(), hygiene.clockEvidence());
        reportTime = new ReportTime(hygiene.secondWithin().toMillis());
        time = new SourceTime(hygiene);
        kinematics = new Kinematics(hygiene);
        frames = frames(1, 0);
    }

    private FrameBuilder frames(int recording, long sequence) {
        return new FrameBuilder(
                facts,
                partitions,
                config.fixesPerFrame(),
                config.heldFor().toMillis(),
                recording,
                sequence);
    }

    void latest(long millis) {
        latestMillis = millis;
    }

    /// Tells somebody of every report of one transmitter that is believed.
    void trace(int mmsi, Hearing whom) {
        traced = mmsi;
        hearing = whom;
    }

    /// The index of a receiver for [Report#receiver].
    int receiver(@Nullable String name) {
        String known = name == null || name.isEmpty() ? facts.receiver() : name;
        if (known.isEmpty()) {
            return Report.NO_RECEIVER;
        }
        Integer index = receiverIndexes.get(known);
        if (index != null) {
            return index;
        }
        if (receiverNames.size() >= MOST_RECEIVERS) {
            return Report.NO_RECEIVER;
        }
        receiverNames.add(known);
        receiverCounts.add(new long[2]);
        receiverIndexes.put(known, receiverNames.size() - 1);
        return receiverNames.size() - 1;
    }

    String receiverName(int receiver) {
        return receiver < 0 ? "" : receiverNames.get(receiver);
    }

    /// One decoded position report with its time of receipt.
    void position(Report report) {
        if (!isUsable(report.at, report.line)) {
            return;
        }
        long receivedAt = report.at;
        long hash = report.hash();
        if (receiverNames.size() >= LEAST_RECEIVERS_TO_COMPARE) {
            clocks.learn(report, hash, receivedAt);
            long correction = clocks.correction(report.receiver, receivedAt);
            if (correction == ReceiverClocks.LEFT_OUT) {
                doubt(Doubt.RECEIVER_CLOCK, report);
                return;
            }
            report.at += correction;
        }
        report.receivedAt = report.at;
        report.at = reportTime.settle(report.at, report.utcSecond);
        count(report.receiver, 0);
        if (time.heard(report) == SourceTime.Verdict.WAIT) {
            settleWaiting();
            return;
        }
        accept(report, hash);
        settleWaiting();
    }

    private void settleWaiting() {
        if (!time.hasSettled()) {
            return;
        }
        for (Report late : time.takeGivenUp()) {
            doubt(Doubt.UNCONFIRMED_TIME, late);
        }
        var confirmed = time.takeConfirmed();
        for (Report late : confirmed) {
            accept(late, late.hash());
        }
    }

    private void accept(Report report, long hash) {
        heard(report.mmsi);
        if (!isShip(report.mmsi) || !report.isShipReport) {
            notShips++;
            return;
        }
        if (!hasPosition(report)) {
            withoutPosition++;
            return;
        }
        if (report.latitude == 0 && report.longitude == 0) {
            withoutPosition++;
            doubt(Doubt.ZERO_POSITION, report);
            return;
        }
        long before = duplicates.find(hash, report.receivedAt, report.at);
        if (before != DuplicateFilter.NEW) {
            duplicateReports++;
            frames.heardAgain(before, report.receiver);
            tell(report, false);
            return;
        }
        var doubt = kinematics.doubt(report);
        if (doubt != null) {
            doubt(doubt, report);
            return;
        }
        count(report.receiver, 1);
        duplicates.remember(
                hash,
                report.receivedAt,
                report.at,
                frames.add(fix(report), report.receiver, watermark()));
        fixes++;
        firstFixAt = Math.min(firstFixAt, report.at);
        lastFixAt = Math.max(lastFixAt, report.at);
        tell(report, true);
    }

    private void tell(Report report, boolean isFirst) {
        if (hearing != null && report.mmsi == traced) {
            hearing.heard(
                    report, receiverName(report.receiver), rejects.fullText(report.line), isFirst);
        }
    }

    private void count(int receiver, int what) {
        if (receiver >= 0) {
            receiverCounts.get(receiver)[what]++;
        }
    }

    private long watermark() {
        return time.now() == SourceTime.NONE ? Long.MIN_VALUE : time.now() - latenessMillis;
    }

    private long lastHeard = Long.MIN_VALUE;

    private void heard(int mmsi) {
        if (heard.size() >= config.outageLeastTransmitters()
                && lastHeard != Long.MIN_VALUE
                && time.now() - lastHeard > config.outageAfter().toMillis()) {
            frames.beginRecording(lastHeard);
            heard.clear();
        }
        if (heard.size() < config.outageLeastTransmitters()) {
            heard.add(mmsi);
        }
        lastHeard = Math.max(lastHeard, time.now());
    }

    private boolean isUsable(long at, long line) {
        if (at == ReportTime.ABSENT) {
            rejects.reject(
                    line,
                    "no-time",
                    "Neither the line nor the ones before it say when it was received. Upload the"
                            + " file with startedAt=<time of its first line>.");
            return false;
        }
        if (isImpossible(at)) {
            rejects.reject(
                    line,
                    "impossible-time",
                    "The time of the line lies before AIS or after its receipt: "
                            + Instant.ofEpochMilli(at)
                            + ".");
            return false;
        }
        return true;
    }

    private boolean isImpossible(long at) {
        return at > latestMillis || at < EARLIEST_MILLIS;
    }

    /// MMSIs of ships begin with 2 to 7 (ITU-R M.585).
    static boolean isShip(int mmsi) {
        return mmsi >= 200_000_000 && mmsi <= 799_999_999;
    }

    private static boolean hasPosition(Report report) {
        return Math.abs(report.latitude) <= 90 * 600_000
                && Math.abs(report.longitude) <= 180 * 600_000;
    }

    private Fix fix(Report report) {
        return new Fix(
                report.mmsi,
                report.at,
                report.latitude,
                report.longitude,
                report.speed < 0 || report.speed > Fix.SPEED_NOT_AVAILABLE
                        ? Fix.SPEED_NOT_AVAILABLE
                        : report.speed,
                report.course < 0 || report.course >= Fix.COURSE_NOT_AVAILABLE
                        ? Fix.COURSE_NOT_AVAILABLE
                        : report.course,
                report.heading < 0 || report.heading >= 360
                        ? Fix.HEADING_NOT_AVAILABLE
                        : report.heading,
                report.status,
                report.turn,
                report.type,
                facts.synthetic() ? Fix.SYNTHETIC : 0);
    }

    private void doubt(Doubt doubt, Report report) {
        doubts.merge(doubt, 1L, Long::sum);
        if (listedDoubts < LISTED_DOUBTS) {
            listedDoubts++;
            rejects.list(report.line, doubt.code(), doubt.sentence());
        }
    }

    /// What a transmitter said of itself.
    ///
    /// @param isLineCounted whether the line is rejected elsewhere when its time is impossible
    void identity(
            int mmsi,
            String origin,
            IdentityClaim.Said said,
            long at,
            long line,
            boolean isLineCounted) {
        if (isLineCounted ? at == ReportTime.ABSENT || isImpossible(at) : !isUsable(at, line)) {
            return;
        }
        if (!isShip(mmsi) || said.equals(IdentityClaim.Said.NOTHING) || !time.isBelievable(at)) {
            return;
        }
        var when = Instant.ofEpochMilli(at);
        var claim =
                new IdentityClaim(
                        mmsi, origin, said, facts.source(), facts.synthetic(), when, when);
        claims.merge(claim.key(), claim, IdentityClaim::and);
    }

    /// Lets everything go that is held: some time has passed.
    void flush() {
        frames.flush(watermark());
    }

    /// Before what is remembered is kept: nothing waits, everything has left.
    void pause() {
        time.end();
        settleWaiting();
        frames.flush(watermark());
    }

    /// Time of the earliest fix; absent without one.
    public @Nullable Instant firstFixAt() {
        return fixes == 0 ? null : Instant.ofEpochMilli(firstFixAt);
    }

    public @Nullable Instant lastFixAt() {
        return fixes == 0 ? null : Instant.ofEpochMilli(lastFixAt);
    }

    /// No more comes.
    void end() {
        time.end();
        settleWaiting();
        frames.flush(time.now());
    }

    int framesReady() {
        return frames.ready();
    }

    List<NumberedFrame> takeFrames() {
        return frames.take();
    }

    List<IdentityClaim> takeClaims() {
        var taken = List.copyOf(claims.values());
        claims = new LinkedHashMap<>();
        return taken;
    }

    /// Newest time that is believed; absent before anything was heard.
    public @Nullable Instant newest() {
        return time.now() == SourceTime.NONE ? null : Instant.ofEpochMilli(time.now());
    }

    /// The part of a summary that is counted here.
    Summary summary(Summary.Lines lines, Map<String, Long> messagesByType) {
        var set = new TreeMap<String, Long>();
        doubts.forEach((doubt, count) -> set.put(doubt.code(), count));
        var receivers = new TreeMap<String, Summary.Receiver>();
        for (int i = 0; i < receiverNames.size(); i++) {
            long[] counts = receiverCounts.get(i);
            receivers.put(receiverNames.get(i), new Summary.Receiver(counts[0], counts[1]));
        }
        return new Summary(
                new Summary.Counts(
                        lines.lines(),
                        lines.sentences(),
                        lines.messages(),
                        fixes,
                        duplicateReports,
                        lines.ignored(),
                        lines.rejected() + rejects.unusable(),
                        withoutPosition,
                        notShips),
                new TreeMap<>(messagesByType),
                rejects.byReason(),
                set,
                receivers);
    }

    /// Keeps what the next reports are judged by. Everything held must have left before.
    void save(DataOutput out) throws IOException {
        out.writeInt(frames.recording());
        out.writeLong(frames.sequence());
        out.writeLong(lastHeard);
        out.writeInt(heard.size());
        for (int mmsi : heard) {
            out.writeInt(mmsi);
        }
        time.save(out);
        duplicates.save(out);
        kinematics.save(out);
    }

    void restore(DataInput in) throws IOException {
        frames = frames(in.readInt(), in.readLong());
        lastHeard = in.readLong();
        for (int n = in.readInt(); n > 0; n--) {
            heard.add(in.readInt());
        }
        time.restore(in);
        duplicates.restore(in);
        kinematics.restore(in);
    }
}
