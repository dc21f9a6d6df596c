package org.fairlead.imagery.association;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contracts.ais.Activity;
import org.fairlead.contracts.ais.ActivityDetails;
import org.fairlead.contracts.ais.PortRef;
import org.fairlead.contracts.ais.ReportedPosition;
import org.fairlead.contracts.ais.VisitBasis;
import org.fairlead.contracts.imagery.Association;
import org.fairlead.contracts.imagery.Observation;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.Ports;

/// A call at a port that rests on an image: two people say that the ship seen in the port is she.
/// Pure.
///
/// It is never merged with what her reports show or a silence allows.
final class SightedVisit {

    static final String TYPE = Activity.typeOf("port-visit");

    private SightedVisit() {}

    static UUID idOf(Association association) {
        return OutboxEvent.idOf("sighted-visit", association.id());
    }

    /// The port the ship lay in: of several whose areas overlap the one whose middle is nearest.
    static Optional<Port> port(Ports ports, Sighting sighting) {
        var place = new Place(sighting.latitudeDegrees(), sighting.longitudeDegrees());
        return ports.near(place, 0).stream().findFirst();
    }

    /// The next version of the visit; empty where nothing about it changes.
    ///
    /// @param before the newest version told, if any
    static Optional<Activity> next(
            Association association,
            Sighting sighting,
            Optional<Port> port,
            Optional<Activity> before) {
        boolean stands =
                association.state() == Association.State.CONFIRMED
                        && sighting.state() == Sighting.State.RECORDED
                        && port.isPresent();
        boolean stood =
                before.filter(visit -> visit.state() != Activity.State.RETRACTED).isPresent();
        if (stands) {
            var told = told(association, sighting, port.orElseThrow(), before);
            return stood && isSame(before.orElseThrow(), told)
                    ? Optional.empty()
                    : Optional.of(told);
        }
        return stood
                ? Optional.of(retracted(before.orElseThrow(), association.changedAt()))
                : Optional.empty();
    }

    private static boolean isSame(Activity one, Activity other) {
        return one.from().equals(other.from())
                && one.details().equals(other.details())
                && one.reason().equals(other.reason());
    }

    private static Activity told(
            Association association, Sighting sighting, Port port, Optional<Activity> before) {
        return new Activity(
                idOf(association),
                before.map(visit -> visit.version() + 1).orElse(1),
                before.map(Activity::version).orElse(null),
                Activity.State.ENDED,
                association.vessel(),
                List.of(),
                sighting.from(),
                sighting.to(),
                seen(sighting, sighting.from()),
                seen(sighting, sighting.to()),
                Duration.between(sighting.from(), sighting.to()).toMinutes() / 60.0,
                new ActivityDetails.PortVisit(
                        new PortRef(port.id(), port.name(), port.country()),
                        VisitBasis.SIGHTED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        isStill(sighting),
                        false,
                        grounds(association, sighting),
                        null),
                "Seen in the area of %s in an image; two people say that it was she. How long she lay there it does not show."
                        .formatted(port.name()),
                sighting.synthetic(),
                List.of(sighting.source()),
                Map.of(),
                List.of(),
                association.changedAt());
    }

    /// Not a report of hers, but where she was seen.
    private static ReportedPosition seen(Sighting sighting, Instant at) {
        return new ReportedPosition(
                at, sighting.latitudeDegrees(), sighting.longitudeDegrees(), null, null);
    }

    private static boolean isStill(Sighting sighting) {
        var motion = sighting.seen().motion();
        return motion != null && motion != Observation.Motion.UNDER_WAY;
    }

    private static List<String> grounds(Association association, Sighting sighting) {
        var grounds = new ArrayList<String>();
        grounds.add("Sighting %s, %s.".formatted(sighting.id(), sighting.sensor()));
        association.statements().stream()
                .filter(said -> said.withdrawnAt() == null)
                .forEach(said -> grounds.add("%s: %s".formatted(said.by(), said.reason())));
        return grounds;
    }

    private static Activity retracted(Activity before, Instant at) {
        return new Activity(
                before.id(),
                before.version() + 1,
                before.version(),
                Activity.State.RETRACTED,
                before.vessel(),
                before.others(),
                before.from(),
                before.to(),
                before.start(),
                before.end(),
                before.durationHours(),
                before.details(),
                "The sighting is no longer confirmed to be hers.",
                before.synthetic(),
                before.sources(),
                before.parameters(),
                before.fixes(),
                at);
    }
}
