package org.fairlead.imagery.absence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.imagery.scene.Scene;
import org.fairlead.imagery.scene.SceneStore;
import org.fairlead.imagery.sighting.SightingStore;
import org.fairlead.seas.distance.Place;
import org.hibernate.reactive.mutiny.Mutiny;

/// Scenes that cover a place, and what was seen in them.
@ApplicationScoped
public class AbsenceStore {

    private final Mutiny.SessionFactory sessions;
    private final SceneStore scenes;
    private final SightingStore sightings;
    private final AbsenceConfig config;

    @Inject
    AbsenceStore(
            Mutiny.SessionFactory sessions,
            SceneStore scenes,
            SightingStore sightings,
            AbsenceConfig config) {
        this.sessions = sessions;
        this.scenes = scenes;
        this.sightings = sightings;
        this.config = config;
    }

    /// Around the time of a sighting.
    public Uni<Absence> around(Mutiny.StatelessSession session, Sighting sighting) {
        return within(
                session,
                new Place(sighting.latitudeDegrees(), sighting.longitudeDegrees()),
                sighting.from().minus(config.within()),
                sighting.to().plus(config.within()));
    }

    /// In a window of time.
    public Uni<Absence> within(
            Mutiny.StatelessSession session, Place place, Instant from, Instant to) {
        return scenes.covering(session, place, from, to)
                .chain(covering ->
                        Multi.createFrom()
                                .iterable(covering.stream().limit(config.mostScenes()).toList())
                                .onItem()
                                .transformToUniAndConcatenate(scene -> view(session, scene))
                                .collect()
                                .asList())
                .map(views -> new Absence(config, views));
    }

    /// Scenes of a window of time, wherever: for many ports at once.
    public Uni<Scenes> during(Instant from, Instant to) {
        return sessions.withStatelessSession(session ->
                scenes.during(session, from, to, config.mostScenesOfAWindow())
                        .chain(found ->
                                Multi.createFrom()
                                        .iterable(found)
                                        .onItem()
                                        .transformToUniAndConcatenate(scene -> view(session, scene))
                                        .collect()
                                        .asList())
                        .map(views -> new Scenes(config, views)));
    }

    /// Scenes of a window, to be asked place by place.
    public record Scenes(AbsenceConfig config, List<Absence.View> views) {

        public Scenes {
            views = List.copyOf(views);
        }

        /// Those that show the place between two times.
        public Absence at(Place place, Instant from, Instant to) {
            return new Absence(
                    config,
                    views.stream()
                            .filter(view ->
                                    !view.scene().acquisitionEnd().isBefore(from)
                                            && !view.scene().acquisitionStart().isAfter(to)
                                            && view.scene().footprint().covers(place))
                            .toList());
        }
    }

    private Uni<Absence.View> view(Mutiny.StatelessSession session, Scene scene) {
        return sightings
                .touching(
                        session,
                        scene.acquisitionStart().minus(config.sightingWithin()),
                        scene.acquisitionEnd().plus(config.sightingWithin()))
                .map(seen ->
                        new Absence.View(
                                scene, seen.stream().filter(one -> isIn(scene, one)).toList()));
    }

    private static boolean isIn(Scene scene, Sighting sighting) {
        return scene.id().equals(sighting.seen().sceneId())
                || scene.footprint()
                        .covers(new Place(sighting.latitudeDegrees(), sighting.longitudeDegrees()));
    }
}
