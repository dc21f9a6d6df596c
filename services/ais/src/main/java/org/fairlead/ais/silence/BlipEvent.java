package org.fairlead.ais.silence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.fairlead.ais.derivation.Activity;
import org.fairlead.contracts.ais.ActivityDetails;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.messaging.outbox.OutboxEvent;

/// Makes the published record of a blip.
final class BlipEvent {

    private BlipEvent() {}

    static Activity of(VesselRef vessel, Blip blip, SilenceConfig config, long storedMillis) {
        var id = OutboxEvent.idOf("blip", vessel.mmsi(), blip.first().atMillis());
        long lasted = blip.last().atMillis() - blip.first().atMillis();
        var sources = new TreeSet<String>();
        sources.add(blip.first().source());
        sources.add(blip.last().source());
        var ends =
                blip.first().equals(blip.last())
                        ? List.of(blip.first())
                        : List.of(blip.first(), blip.last());
        var record =
                new org.fairlead.contracts.ais.Activity(
                        id,
                        blip.version(),
                        blip.version() == 1 ? null : blip.version() - 1,
                        blip.isRetracted()
                                ? org.fairlead.contracts.ais.Activity.State.RETRACTED
                                : org.fairlead.contracts.ais.Activity.State.ENDED,
                        vessel,
                        List.of(),
                        Instant.ofEpochMilli(blip.first().atMillis()),
                        Instant.ofEpochMilli(blip.last().atMillis()),
                        Positions.of(blip.first()),
                        Positions.of(blip.last()),
                        SilenceWording.hoursOf(lasted),
                        new ActivityDetails.Blip(
                                SilenceEvent.idOf(vessel.mmsi(), blip.silenceBeforeMillis()),
                                SilenceEvent.idOf(vessel.mmsi(), blip.last().atMillis()),
                                Math.round(lasted / 6000.0) / 10.0,
                                blip.reports()),
                        blip.isRetracted()
                                ? "Late data shows that it does not lie between two silences."
                                : "Heard for a short while between two silences.",
                        blip.first().synthetic() || blip.last().synthetic(),
                        List.copyOf(sources),
                        Map.of(
                                "ais.silence.blip-shorter-than",
                                config.blipShorterThan().toString()),
                        Positions.fixes(Integer.parseInt(vessel.mmsi()), ends, List.of()),
                        Instant.ofEpochMilli(storedMillis));
        return new Activity(
                vessel.mmsi(),
                org.fairlead.contracts.ais.Activity.typeOf("blip"),
                id,
                blip.version(),
                record.derivedAt(),
                record);
    }
}
