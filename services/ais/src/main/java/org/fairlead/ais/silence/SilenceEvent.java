package org.fairlead.ais.silence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/// Makes the published record of what was found.
final class SilenceEvent {

    private SilenceEvent() {}

    /// A silence is known by its transmitter and its start.
    static UUID idOf(String mmsi, long startMillis) {
        return OutboxEvent.idOf(Silence.KIND, mmsi, startMillis);
    }

    static Silence of(
            VesselRef vessel, Told told, String reason, SilenceConfig config, Instant derivedAt) {
        var start = told.start();
        var end = told.end();
        return new Silence(
                idOf(vessel.mmsi(), start.atMillis()),
                told.version(),
                told.version() == 1 ? null : told.version() - 1,
                told.state(),
                vessel,
                position(start),
                end == null ? null : position(end),
                SilenceWording.hoursOf(told.observedMillis()),
                told.usualMillis() / 1000.0,
                Silence.UNCLASSIFIED,
                reason,
                start.synthetic() || (end != null && end.synthetic()),
                sources(start, end),
                Map.of(
                        "ais.silence.opens-after", config.opensAfter().toString(),
                        "ais.silence.times-own-habit", Double.toString(config.timesOwnHabit()),
                        "ais.silence.least-intervals", Integer.toString(config.leastIntervals())),
                derivedAt);
    }

    private static List<String> sources(Contact start, @Nullable Contact end) {
        var names = new TreeSet<String>();
        names.add(start.source());
        if (end != null) {
            names.add(end.source());
        }
        return List.copyOf(names);
    }

    private static ReportedPosition position(Contact contact) {
        return new ReportedPosition(
                Instant.ofEpochMilli(contact.atMillis()),
                contact.latitude() / 600_000.0,
                contact.longitude() / 600_000.0,
                contact.speed() >= Fix.SPEED_NOT_AVAILABLE ? null : contact.speed() / 10.0,
                contact.course() >= Fix.COURSE_NOT_AVAILABLE ? null : contact.course() / 10.0);
    }
}
