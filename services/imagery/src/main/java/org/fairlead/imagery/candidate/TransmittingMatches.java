package org.fairlead.imagery.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.fairlead.association.hull.HullKnown;
import org.fairlead.association.transmitting.Matching;
import org.fairlead.association.transmitting.Report;
import org.fairlead.association.transmitting.Transmitting;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.imagery.silence.KnownVessel;
import org.fairlead.imagery.verdict.SeenHull;
import org.fairlead.seas.distance.Place;
import org.jspecify.annotations.Nullable;

/// Labels the transmitting ships around a sighting, assigning all sightings of the scene around it
/// at once. Pure.
final class TransmittingMatches {

    private final Matching matching;

    TransmittingMatches(Matching matching) {
        this.matching = matching;
    }

    /// The best first.
    ///
    /// @param around other sightings of the scene, which the same ships may be
    List<NearbyVessels.Nearby> of(
            Sighting sighting,
            List<Sighting> around,
            List<NearbyVessels.Nearby> near,
            Map<String, KnownVessel> known) {
        var seen = new ArrayList<Matching.Seen>();
        seen.add(seen(sighting));
        around.forEach(other -> seen.add(seen(other)));
        var ships = near.stream().map(one -> ship(one, known)).toList();
        var matched = matching.match(seen, ships);
        Instant at = middle(sighting);
        var labelled = new ArrayList<NearbyVessels.Nearby>();
        for (int ship = 0; ship < ships.size(); ship++) {
            labelled.add(
                    near.get(ship)
                            .asked(at)
                            .with(Match.of(matched.fits()[0][ship], matched.labels()[0][ship])));
        }
        labelled.sort(
                Comparator.comparingInt(TransmittingMatches::rank)
                        .thenComparing(
                                Comparator.comparingDouble(TransmittingMatches::score).reversed())
                        .thenComparingDouble(NearbyVessels.Nearby::distanceNauticalMiles));
        return labelled;
    }

    private static int rank(NearbyVessels.Nearby one) {
        Match match = one.match();
        return match == null ? 3 : List.of("match", "potential", "none").indexOf(match.label());
    }

    private static double score(NearbyVessels.Nearby one) {
        Match match = one.match();
        return match == null ? 0 : match.score();
    }

    private static Matching.Seen seen(Sighting sighting) {
        return new Matching.Seen(
                middle(sighting).toEpochMilli(),
                new Place(sighting.latitudeDegrees(), sighting.longitudeDegrees()),
                sighting.placeErrorMetres(),
                SeenHull.of(sighting));
    }

    private static Transmitting ship(NearbyVessels.Nearby one, Map<String, KnownVessel> known) {
        KnownVessel vessel = known.get(one.vessel().mmsi());
        return new Transmitting(
                one.vessel().mmsi(),
                report(one.before()),
                report(one.after()),
                vessel == null
                        ? HullKnown.NOTHING
                        : new HullKnown(
                                vessel.lengthsMetres().stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray(),
                                vessel.identity().beamMetres(),
                                vessel.identity().shipTypeCode()));
    }

    /// Absent where it is not one.
    private static @Nullable Report report(@Nullable JsonNode reported) {
        if (reported == null
                || !reported.path("latitudeDegrees").isNumber()
                || !reported.path("longitudeDegrees").isNumber()) {
            return null;
        }
        try {
            JsonNode speed = reported.path("speedKnots");
            return new Report(
                    Instant.parse(reported.path("at").asText()).toEpochMilli(),
                    new Place(
                            reported.path("latitudeDegrees").asDouble(),
                            reported.path("longitudeDegrees").asDouble()),
                    speed.isNumber() ? Double.valueOf(speed.asDouble()) : null);
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return null;
        }
    }

    static Instant middle(Sighting sighting) {
        return sighting.from().plus(Duration.between(sighting.from(), sighting.to()).dividedBy(2));
    }
}
