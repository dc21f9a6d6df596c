package org.fairlead.imagery.scene;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.contracts.problem.Page;
import org.fairlead.imagery.fault.Faults;
import org.fairlead.imagery.filter.Conditions;
import org.fairlead.imagery.filter.ExpectedVersion;
import org.fairlead.imagery.scene.SceneStore.Outcome;
import org.fairlead.seas.distance.Place;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// The register of scenes.
@Path("/api/imagery/v1/scenes")
public class SceneResource {

    private static final String SCOPE = "sightings:write";

    private final SceneStore store;
    private final SceneRules rules;
    private final CallerProducer callers;

    @Inject
    SceneResource(SceneStore store, SceneConfig config, CallerProducer callers) {
        this.store = store;
        this.rules = new SceneRules(config);
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> record(@Nullable SceneInput input) {
        String by = callers.writer(SCOPE).username();
        return store.record(checked(input), by).map(SceneResource::answer);
    }

    /// The next version: what is known of it now, the recall of its images above all.
    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable SceneInput input) {
        String by = callers.writer(SCOPE).username();
        int expected = ExpectedVersion.of(ifMatch, "a scene");
        Scene scene = checked(input);
        if (!scene.id().equals(id)) {
            throw ProblemException.invalid(
                    "/name", "name and provider make a scene what it is: record another one");
        }
        return store.change(scene, expected, by).map(SceneResource::answer);
    }

    @DELETE
    @Path("{id}")
    public Uni<Response> withdraw(@PathParam("id") UUID id) {
        String by = callers.writer(SCOPE).username();
        return store.withdraw(id, by).map(SceneResource::answer);
    }

    private Scene checked(@Nullable SceneInput input) {
        if (input == null) {
            throw ProblemException.invalid("/", "a scene is expected in the body");
        }
        return switch (rules.read(input, Instant.now())) {
            case SceneReading.Faulty(var errors) -> throw ProblemException.invalid(errors);
            case SceneReading.Valid(var scene) -> scene;
        };
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Added(var view) ->
                    tagged(Response.status(201), view)
                            .location(URI.create("/api/imagery/v1/scenes/" + view.scene().id()))
                            .build();
            case Outcome.Unchanged(var view) -> tagged(Response.ok(), view).build();
            case Outcome.Changed(var view) -> tagged(Response.ok(), view).build();
            case Outcome.Differs(var current) ->
                    throw new ProblemException(
                            ServiceProblem.CONFLICT,
                            "Version %d of this scene is %s with other content. Read it, and PUT your change with its ETag as If-Match."
                                    .formatted(
                                            current.scene().version(),
                                            current.scene().state() == Scene.State.RECORDED
                                                    ? "recorded"
                                                    : "withdrawn"));
            case Outcome.Stale(var current) ->
                    throw new ProblemException(
                            ServiceProblem.PRECONDITION_FAILED,
                            "The scene stands at version %d by now. Read it again and repeat your change."
                                    .formatted(current.scene().version()));
            case Outcome.Missing() -> throw ProblemException.notFound();
        };
    }

    private static Response.ResponseBuilder tagged(Response.ResponseBuilder into, SceneView view) {
        return into.tag(Integer.toString(view.scene().version())).entity(view);
    }

    @GET
    public Uni<Page<SceneView>> list(
            @QueryParam("bbox") @Nullable String bbox,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("state") @Nullable String state,
            @QueryParam("name") @Nullable String name,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        callers.member();
        int most = Cursor.limit(limit);
        var search = SceneSearch.of(bbox, from, to, state, name, Cursor.parse(cursor));
        return store.find(search, most)
                .map(rows -> Cursor.page(rows, most, SceneResource::cursorOf));
    }

    private static Cursor cursorOf(SceneView view) {
        return new Cursor(view.scene().acquisitionStart().toString(), view.scene().id().toString());
    }

    /// Scenes that show a place at an instant or within a window: what an absence can rest on.
    @GET
    @Path("covering")
    public Uni<Covering> covering(
            @QueryParam("latitudeDegrees") @Nullable Double latitude,
            @QueryParam("longitudeDegrees") @Nullable Double longitude,
            @QueryParam("at") @Nullable String at,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        callers.member();
        var faults = new Faults();
        double north = faults.needed("latitudeDegrees", latitude, -90, 90);
        double east = faults.needed("longitudeDegrees", longitude, -180, 180);
        if (!faults.found().isEmpty()) {
            throw ProblemException.invalid(faults.found());
        }
        Instant instant = Conditions.time("at", at);
        Instant start = instant == null ? Conditions.time("from", from) : instant;
        Instant end = instant == null ? Conditions.time("to", to) : instant;
        if (start == null || end == null) {
            throw ProblemException.invalid("at", "missing: give at, or from and to");
        }
        if (instant != null && (from != null || to != null)) {
            throw ProblemException.invalid("at", "give either at, or from and to");
        }
        if (end.isBefore(start)) {
            throw ProblemException.invalid("to", "lies before from");
        }
        return store.covering(new Place(north, east), start, end).map(Covering::new);
    }

    /// @param items newest first
    public record Covering(List<Scene> items) {}

    @GET
    @Path("{id}")
    public Uni<Response> one(@PathParam("id") UUID id) {
        callers.member();
        return store.find(id)
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .map(view -> tagged(Response.ok(), view).build());
    }

    @GET
    @Path("{id}/versions")
    public Uni<Versions> versions(@PathParam("id") UUID id) {
        callers.member();
        return store.versions(id)
                .map(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.notFound();
                    }
                    return new Versions(found);
                });
    }

    /// @param items newest first
    public record Versions(List<SceneView> items) {}
}
