package org.fairlead.ais.silence;

import java.util.Locale;
import java.util.UUID;
import org.fairlead.ais.reception.Reception;
import org.fairlead.ais.reception.ReceptionConfig;
import org.fairlead.contracts.ais.Silence;
import org.jspecify.annotations.Nullable;

/// Decides what a silence is called. What speaks for the ship comes first: a failed source, an area
/// of false positions, a berth, another number; only then is she held against how others were
/// heard.
final class SilenceJudge {

    private final SilenceConfig config;
    private final ReceptionConfig reception;

    SilenceJudge(SilenceConfig config, ReceptionConfig reception) {
        this.config = config;
        this.reception = reception;
    }

    /// @param zoneId an area of false positions in which an end of it lies
    /// @param switchedTo who appeared where she can have been, with her length
    Judgement on(Told told, Reception heard, @Nullable UUID zoneId, @Nullable Integer switchedTo) {
        boolean isKnown = heard.isKnown(reception);
        boolean shouldHaveBeenHeard =
                isKnown && heard.silentIfTransmitting(reception) < config.unexplainedBelow();
        boolean isReported = told.marks().isLong() || shouldHaveBeenHeard;
        if (told.state() == Silence.State.VOID) {
            return new Judgement(
                    Silence.FEED_OUTAGE,
                    isReported,
                    "The source itself fell silent.",
                    heard,
                    null,
                    null);
        }
        if (zoneId != null) {
            return new Judgement(
                    Silence.JAMMING_ZONE,
                    isReported,
                    "Positions of several ships there were false at that time.",
                    heard,
                    zoneId,
                    null);
        }
        if (told.marks().isStill()) {
            return new Judgement(
                    Silence.LAY_UP,
                    // At rest nobody needs to hear her: only long ones are told of.
                    told.marks().isLong(),
                    told.end() == null
                            ? "She lay still when she was last heard."
                            : "She lay still when she was last heard, and was heard there again.",
                    heard,
                    null,
                    null);
        }
        if (switchedTo != null) {
            return new Judgement(
                    Silence.IDENTITY_SWITCH,
                    isReported,
                    "MMSI %09d appeared within her reach, with her length.".formatted(switchedTo),
                    heard,
                    null,
                    switchedTo);
        }
        return new Judgement(
                byReception(heard, isKnown, shouldHaveBeenHeard),
                isReported,
                why(heard, isKnown),
                heard,
                null,
                null);
    }

    private String byReception(Reception heard, boolean isKnown, boolean shouldHaveBeenHeard) {
        if (!isKnown) {
            return Silence.UNKNOWN;
        }
        if (shouldHaveBeenHeard) {
            return Silence.UNEXPLAINED;
        }
        return heard.silentIfTransmitting(reception) > config.coverageHoleAbove()
                ? Silence.COVERAGE_HOLE
                : Silence.UNCLASSIFIED;
    }

    private String why(Reception heard, boolean isKnown) {
        var ashore = heard.ashore();
        if (!isKnown) {
            return "Only %d other ships were heard there before and after: how well one is heard is not known."
                    .formatted(heard.ships());
        }
        double silent = heard.silentIfTransmitting(reception);
        if (heard.isAtEdgeOfRange(reception)) {
            return String.format(
                    Locale.ROOT,
                    "Receivers ashore lost %d of the %d other ships that were about where they last"
                            + " heard her: their range ends there. Of %d ships in the wide sea around"
                            + " each was heard by satellite in %.1f of 6 slots an hour: silent while"
                            + " transmitting with a probability of %.2g.",
                    ashore.lost(),
                    ashore.stays(),
                    heard.bySatellite().ships(),
                    heard.bySatellite().perHour(),
                    silent);
        }
        return String.format(
                Locale.ROOT,
                "Of %d other ships there, each was heard in %.1f of 6 slots an hour%s, and by satellite in"
                        + " %.1f: silent while transmitting with a probability of %.2g.",
                heard.ships(),
                heard.isAshoreUsed(reception) ? ashore.perHour() : 0,
                heard.isAshoreUsed(reception)
                        ? " ashore, where %d of %d were lost"
                                .formatted(ashore.lost(), ashore.stays())
                        : " ashore as far as that is known",
                heard.bySatellite().perHour(),
                silent);
    }
}
