package org.fairlead.imagery.candidate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.imagery.sighting.SightingStore;
import org.fairlead.imagery.silence.KnownVessel;
import org.fairlead.imagery.silence.SilenceStore;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;
import org.hibernate.reactive.mutiny.Mutiny;

/// Who else was seen in the same scene around a sighting, and what the ships nearby claim to be.
@ApplicationScoped
class CompetitionStore {

    /// A scene is taken in minutes.
    private static final Duration ONE_SCENE = Duration.ofMinutes(10);

    private final Mutiny.SessionFactory sessions;
    private final SightingStore sightings;
    private final SilenceStore silences;
    private final MatchConfig config;

    @Inject
    CompetitionStore(
            Mutiny.SessionFactory sessions,
            SightingStore sightings,
            SilenceStore silences,
            MatchConfig config) {
        this.sessions = sessions;
        this.sightings = sightings;
        this.silences = silences;
        this.config = config;
    }

    /// Other sightings of its scene, the nearest first; none where it is of no registered scene.
    ///
    /// Those near to it, those near to these, and so on: two sightings farther apart than any ship
    /// can be a match of both share none, unless others stand between them.
    Uni<List<Sighting>> around(Sighting sighting) {
        UUID scene = sighting.seen().sceneId();
        if (scene == null) {
            return Uni.createFrom().item(List.of());
        }
        return sessions.withStatelessSession(session ->
                sightings
                        .touching(
                                session,
                                sighting.from().minus(ONE_SCENE),
                                sighting.to().plus(ONE_SCENE))
                        .map(found ->
                                found.stream()
                                        .filter(other -> scene.equals(other.seen().sceneId()))
                                        .filter(other -> !other.id().equals(sighting.id()))
                                        .toList())
                        .map(others -> linked(sighting, others)));
    }

    private List<Sighting> linked(Sighting sighting, List<Sighting> others) {
        var left = new ArrayList<>(others);
        left.sort(Comparator.comparingDouble(other -> miles(sighting, other)));
        var linked = new ArrayList<>(List.of(sighting));
        for (int at = 0; at < linked.size() && linked.size() <= config.mostTogether(); at++) {
            Sighting from = linked.get(at);
            var near =
                    left.stream()
                            .filter(other ->
                                    miles(from, other) <= config.togetherWithinNauticalMiles())
                            .limit(config.mostTogether() + 1L - linked.size())
                            .toList();
            linked.addAll(near);
            left.removeAll(near);
        }
        return List.copyOf(linked.subList(1, linked.size()));
    }

    /// How far from it the farthest of these lies.
    static double farthestMiles(Sighting sighting, List<Sighting> others) {
        return others.stream().mapToDouble(other -> miles(sighting, other)).max().orElse(0);
    }

    private static double miles(Sighting one, Sighting other) {
        return GreatCircle.nauticalMiles(place(one), place(other));
    }

    private static Place place(Sighting sighting) {
        return new Place(sighting.latitudeDegrees(), sighting.longitudeDegrees());
    }

    Uni<Map<String, KnownVessel>> vessels(List<String> mmsis) {
        return sessions.withStatelessSession(session -> silences.vessels(session, mmsis));
    }
}
