package org.fairlead.ais.silence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.ais.reception.ReceptionConfig;
import org.fairlead.ais.sea.Sea;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.SilenceFacts;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// Makes the published record of what was found.
final class SilenceEvent {

    private static final double MILLIS_PER_HOUR = 3_600_000.0;

    private SilenceEvent() {}

    /// A silence is known by its transmitter and its start.
    static UUID idOf(String mmsi, long startMillis) {
        return OutboxEvent.idOf(Silence.KIND, mmsi, startMillis);
    }

    /// What a version says, in a form that can be compared. The figures of reception are no news.
    static String said(SilenceNote.Found found, Judgement judgement) {
        var told = found.told();
        return String.join(
                "|",
                told.state().name(),
                told.start().toString(),
                String.valueOf(told.end()),
                told.marks().toString(),
                judgement.classification(),
                String.valueOf(judgement.zoneId()),
                String.valueOf(judgement.switchedTo()));
    }

    static Silence of(
            VesselRef vessel,
            SilenceNote.Found found,
            Judgement judgement,
            int version,
            SilenceConfig config,
            ReceptionConfig reception,
            Sea sea,
            Instant derivedAt) {
        return event(
                vessel,
                found,
                found.told().state(),
                judgement.classification(),
                found.reason() + " " + judgement.why(),
                facts(found, judgement, config, reception, sea),
                version,
                parameters(config, reception),
                derivedAt);
    }

    static Silence retracted(
            VesselRef vessel,
            SilenceNote.Found found,
            String reason,
            int version,
            SilenceConfig config,
            ReceptionConfig reception,
            Instant derivedAt) {
        return event(
                vessel,
                found,
                Silence.State.RETRACTED,
                Silence.UNCLASSIFIED,
                reason,
                null,
                version,
                parameters(config, reception),
                derivedAt);
    }

    private static Silence event(
            VesselRef vessel,
            SilenceNote.Found found,
            Silence.State state,
            String classification,
            String reason,
            @Nullable SilenceFacts facts,
            int version,
            Map<String, String> parameters,
            Instant derivedAt) {
        var told = found.told();
        var start = told.start();
        var end = told.end();
        return new Silence(
                idOf(vessel.mmsi(), start.atMillis()),
                version,
                version == 1 ? null : version - 1,
                state,
                vessel,
                Positions.of(start),
                end == null ? null : Positions.of(end),
                SilenceWording.hoursOf(told.observedMillis()),
                told.usualMillis() / 1000.0,
                classification,
                reason,
                start.synthetic() || (end != null && end.synthetic()),
                sources(start, end),
                parameters,
                derivedAt,
                facts);
    }

    private static SilenceFacts facts(
            SilenceNote.Found found,
            Judgement judgement,
            SilenceConfig config,
            ReceptionConfig reception,
            Sea sea) {
        var told = found.told();
        var end = told.end();
        Double apart = end == null ? null : sea.miles().atLeast(told.start().place(), end.place());
        double shore =
                sea.offshore(told.start().place(), SilenceFacts.FAR_FROM_SHORE)
                        .orElse(SilenceFacts.FAR_FROM_SHORE);
        return new SilenceFacts(
                told.marks().reappearance().wording(),
                told.marks().isMultiVessel(),
                reception(judgement, reception),
                judgement.switchedTo() == null
                        ? null
                        : String.format(Locale.ROOT, "%09d", judgement.switchedTo()),
                judgement.zoneId(),
                globalFishingWatch(found, shore, config),
                rounded(shore, 10),
                apart == null ? null : rounded(apart, 10),
                apart == null ? null : sea.miles().basis(),
                apart == null
                        ? null
                        : SilenceWording.rounded(
                                told.observedMillis() / MILLIS_PER_HOUR
                                        - apart / config.travelSpeedKnots()),
                Positions.fixes(found.mmsi(), found.before(), found.after()));
    }

    private static SilenceFacts.Reception reception(
            Judgement judgement, ReceptionConfig reception) {
        var heard = judgement.reception();
        var ashore = heard.ashore();
        boolean isUnknown = heard.ships() == 0;
        return new SilenceFacts.Reception(
                isUnknown ? null : heard.silentIfTransmitting(reception),
                rounded(heard.expectedSlots(reception), 100),
                heard.slots(),
                ashore.knownSlots(),
                heard.ships(),
                rounded(ashore.perHour(), 100),
                rounded(heard.bySatellite().perHour(), 100),
                Long.toHexString(heard.cell()),
                ashore.stays(),
                ashore.lost(),
                heard.isAshoreUsed(reception));
    }

    /// Welch and others 2022: long enough, far enough off shore, and well heard before.
    private static boolean globalFishingWatch(
            SilenceNote.Found found, double shoreNauticalMiles, SilenceConfig config) {
        return found.told().observedMillis() >= config.globalFishingWatchAtLeast().toMillis()
                && shoreNauticalMiles >= config.globalFishingWatchOffshoreNauticalMiles()
                && found.reportsBefore() >= config.globalFishingWatchReportsBefore()
                && found.reportsPerDay() > config.globalFishingWatchReportsPerDay();
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }

    private static List<String> sources(Contact start, @Nullable Contact end) {
        var names = new TreeSet<String>();
        names.add(start.source());
        if (end != null) {
            names.add(end.source());
        }
        return List.copyOf(names);
    }

    private static Map<String, String> parameters(SilenceConfig config, ReceptionConfig reception) {
        var all = new TreeMap<String, String>();
        all.put("ais.silence.opens-after", config.opensAfter().toString());
        all.put("ais.silence.raw-after", config.rawAfter().toString());
        all.put("ais.silence.times-own-habit", Double.toString(config.timesOwnHabit()));
        all.put("ais.silence.least-intervals", Integer.toString(config.leastIntervals()));
        all.put("ais.silence.unexplained-below", Double.toString(config.unexplainedBelow()));
        all.put("ais.silence.coverage-hole-above", Double.toString(config.coverageHoleAbove()));
        all.put("ais.silence.blip-shorter-than", config.blipShorterThan().toString());
        all.put(
                "ais.silence.lay-up-within-nautical-miles",
                Double.toString(config.layUpWithinNauticalMiles()));
        all.put("ais.silence.switch-within", config.switchWithin().toString());
        all.put("ais.silence.travel-speed-knots", Double.toString(config.travelSpeedKnots()));
        all.put("ais.reception.least-ships", Integer.toString(reception.leastShips()));
        all.put("ais.reception.evaluated-within", reception.evaluatedWithin().toString());
        all.put("ais.reception.exposed-within", reception.exposedWithin().toString());
        all.put("ais.reception.least-stays", Integer.toString(reception.leastStays()));
        all.put("ais.reception.most-lost-share", Double.toString(reception.mostLostShare()));
        all.put("ais.reception.least-known-share", Double.toString(reception.leastKnownShare()));
        return all;
    }
}
