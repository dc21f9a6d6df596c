package org.fairlead.ais.portcall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.ais.finding.Evidence;
import org.fairlead.ais.finding.Finding;
import org.fairlead.ais.sample.Kept;
import org.fairlead.ais.sample.Sample;
import org.fairlead.contracts.ais.ActivityDetails.NotHeard;
import org.fairlead.contracts.ais.ActivityDetails.PortVisit;
import org.fairlead.contracts.ais.VisitBasis;
import org.jspecify.annotations.Nullable;

/// Observed port visits, by the state machine of Global Fishing Watch (events entry, stop begin,
/// stop end, gap, exit; confidence by which of them were seen): takes the samples of one ship in
/// order.
public final class VisitRule {

    public static final String KIND = "port-visit";

    private final int mmsi;
    private final PortCallConfig config;
    private final Harbours harbours;
    private final List<Finding> ended = new ArrayList<>();

    private @Nullable Sample last;
    private @Nullable Call call;

    public VisitRule(int mmsi, PortCallConfig config, Harbours harbours) {
        this.mmsi = mmsi;
        this.config = config;
        this.harbours = harbours;
    }

    /// A call that goes on.
    private static final class Call {
        final Harbour port;
        final boolean isEntrySeen;
        final Kept inPort = new Kept();
        double closestKilometres = Double.MAX_VALUE;
        boolean isSilent;
        boolean isLying;
        @Nullable Sample stopped;
        @Nullable Sample moved;

        /// As it was when it became worth telling, or when more became known, so that it does not
        /// depend on when it is asked for.
        @Nullable Finding opened;

        Call(Harbour port, boolean isEntrySeen) {
            this.port = port;
            this.isEntrySeen = isEntrySeen;
        }
    }

    /// @return whether what holds may have changed
    public boolean accept(Sample sample) {
        var before = last;
        last = sample;
        var there = call;
        boolean isChanged = false;
        if (there != null && isLost(there, sample.atMillis())) {
            ended.add(lost(there, sample.at()));
            call = null;
            there = null;
            isChanged = true;
        } else if (there != null && hasLeft(there.port, sample)) {
            leave(there, sample);
            call = null;
            there = null;
            isChanged = true;
        }
        if (there == null) {
            var port = portAt(sample);
            if (port == null) {
                return isChanged;
            }
            there = new Call(port, before != null && !isSilence(before, sample));
            call = there;
        } else if (isSilence(there.inPort.last(), sample)) {
            there.isSilent = true;
        }
        boolean wasCall = there.stopped != null;
        boolean wasSilent =
                there.opened != null && ((PortVisit) there.opened.details()).silentInPort();
        lie(there, before, sample);
        boolean isNews = (there.stopped != null && !wasCall) || (there.isSilent && !wasSilent);
        if (isNews) {
            there.opened = finding(there, null, null, true);
        }
        return isChanged || isNews;
    }

    private boolean hasLeft(Harbour port, Sample sample) {
        double margin = config.exitKilometres() - config.entryKilometres();
        var place = sample.place();
        return port.kilometresTo(place) > config.exitKilometres()
                && port.kilometresOutside(place) > margin;
    }

    private @Nullable Harbour portAt(Sample sample) {
        var place = sample.place();
        for (Harbour port : harbours.near(place, config.entryKilometres())) {
            if (port.kilometresOutside(place) <= 0
                    || port.kilometresTo(place) <= config.entryKilometres()) {
                return port;
            }
        }
        return null;
    }

    private boolean isSilence(Sample from, Sample to) {
        return to.atMillis() - from.atMillis() >= config.silentInPort().toMillis();
    }

    private void lie(Call there, @Nullable Sample before, Sample sample) {
        double knots = sample.speedKnotsAfter(before);
        if (knots < config.stopBelowKnots()) {
            there.stopped = there.stopped == null ? sample : there.stopped;
            there.isLying = true;
            there.moved = null;
        } else if (knots > config.movingAboveKnots() && there.isLying) {
            there.isLying = false;
            there.moved = sample;
        }
        there.closestKilometres =
                Math.min(there.closestKilometres, there.port.kilometresTo(sample.place()));
        there.inPort.add(sample);
    }

    private void leave(Call there, Sample outside) {
        boolean isSilentAtTheEnd = isSilence(there.inPort.last(), outside);
        there.isSilent |= isSilentAtTheEnd;
        boolean isCall = there.stopped != null || there.isSilent;
        if (isCall || there.closestKilometres <= config.entryKilometres()) {
            var notHeard =
                    isSilentAtTheEnd ? new NotHeard(there.inPort.last().at(), outside.at()) : null;
            ended.add(finding(there, isSilentAtTheEnd ? null : outside, notHeard, false));
        }
    }

    private boolean isLost(Call there, long atMillis) {
        return !there.inPort.isEmpty()
                && atMillis - there.inPort.last().atMillis()
                        >= config.endsAfterSilence().toMillis();
    }

    /// The visit of a ship that fell silent in port, bounded by her last report there.
    private Finding lost(Call there, @Nullable Instant heardAgain) {
        return finding(there, null, new NotHeard(there.inPort.last().at(), heardAgain), false);
    }

    /// When she has to be looked at again although nothing is heard of her: then the visit that
    /// goes on is lost from sight. Absent while there is none.
    public @Nullable Instant losesSightAt() {
        var there = call;
        return there == null || there.opened == null
                ? null
                : there.inPort.last().at().plus(config.endsAfterSilence());
    }

    /// All visits so far; the one that goes on only once she has stopped or fallen silent.
    ///
    /// @param heardUntil how far the source has come that heard her last
    public List<Finding> findings(Instant heardUntil) {
        var all = new ArrayList<>(ended);
        var there = call;
        if (there != null && there.opened != null) {
            all.add(isLost(there, heardUntil.toEpochMilli()) ? lost(there, null) : there.opened);
        }
        return all;
    }

    /// As far as she was heard.
    public List<Finding> findings() {
        var newest = last;
        return findings(newest == null ? Instant.EPOCH : newest.at());
    }

    private Finding finding(
            Call there, @Nullable Sample exit, @Nullable NotHeard notHeard, boolean isOpen) {
        var first = there.inPort.first();
        var end = exit == null ? there.inPort.last() : exit;
        boolean isSilent = there.isSilent || notHeard != null;
        boolean isCall = there.stopped != null || isSilent;
        int confidence = isCall ? 2 + (there.isEntrySeen ? 1 : 0) + (exit != null ? 1 : 0) : 1;
        var port = there.port.ref();
        var visit =
                new PortVisit(
                        port,
                        VisitBasis.OBSERVED,
                        confidence,
                        there.isEntrySeen ? first.at() : null,
                        there.stopped == null ? null : there.stopped.at(),
                        there.moved == null || isOpen ? null : there.moved.at(),
                        exit == null ? null : exit.at(),
                        there.stopped != null,
                        isSilent,
                        List.of(),
                        null,
                        notHeard);
        var rested = new ArrayList<>(there.inPort.all());
        if (exit != null) {
            rested.add(exit);
        }
        return new Finding(
                Finding.idOf(KIND, mmsi, port.id(), first.atMillis()),
                mmsi,
                List.of(),
                first.position(),
                isOpen ? null : end.position(),
                isOpen,
                visit,
                isOpen ? "open " + visit : "ended " + visit + end.atMillis(),
                reason(port.name(), isOpen, isCall, notHeard, end.hoursSince(first)),
                Evidence.isSynthetic(rested),
                Evidence.sources(rested),
                parameters(),
                Evidence.of(mmsi, rested));
    }

    private static String reason(
            String port,
            boolean isOpen,
            boolean isCall,
            @Nullable NotHeard notHeard,
            double hours) {
        if (isOpen) {
            return "Came to %s and was not heard to leave so far.".formatted(port);
        }
        if (notHeard != null) {
            return notHeard.to() == null
                    ? "Last seen in %s; not heard since, so the departure is unknown."
                            .formatted(port)
                    : "Last seen in %s at %s; the departure was not observed: she was next heard at %s."
                            .formatted(port, minute(notHeard.from()), minute(notHeard.to()));
        }
        return isCall
                ? String.format(Locale.ROOT, "Left %s after %.1f hours.", port, hours)
                : "Passed through %s without stopping.".formatted(port);
    }

    private static String minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace("T", " ")
                .replace(":00Z", " UTC");
    }

    private Map<String, String> parameters() {
        return Map.of(
                "ais.port-call.entry-kilometres", Double.toString(config.entryKilometres()),
                "ais.port-call.exit-kilometres", Double.toString(config.exitKilometres()),
                "ais.port-call.stop-below-knots", Double.toString(config.stopBelowKnots()),
                "ais.port-call.moving-above-knots", Double.toString(config.movingAboveKnots()),
                "ais.port-call.silent-in-port", config.silentInPort().toString(),
                "ais.port-call.ends-after-silence", config.endsAfterSilence().toString());
    }
}
