package org.fairlead.imagery.sighting;

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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.fairlead.contracts.imagery.Sighting;
import org.fairlead.contracts.problem.Page;
import org.fairlead.imagery.filter.ExpectedVersion;
import org.fairlead.imagery.scene.Scene;
import org.fairlead.imagery.scene.SceneStore;
import org.fairlead.service.caller.Caller;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.page.Cursor;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Sightings one by one.
@Path("/api/imagery/v1")
public class SightingResource {

    private static final String SCOPE = "sightings:write";

    private final SightingStore store;
    private final SceneStore scenes;
    private final SightingRules rules;
    private final CallerProducer callers;

    @Inject
    SightingResource(
            SightingStore store, SceneStore scenes, SightingConfig config, CallerProducer callers) {
        this.store = store;
        this.scenes = scenes;
        this.rules = new SightingRules(config);
        this.callers = callers;
    }

    @POST
    @Path("sightings")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> record(@Nullable SightingInput input) {
        Caller caller = callers.writer(SCOPE);
        if (input == null) {
            throw ProblemException.invalid("/", "a sighting is expected in the body");
        }
        return scene(input).chain(scene -> record(input, scene.orElse(null), caller.username()));
    }

    private Uni<Optional<Scene>> scene(SightingInput input) {
        String reference = input.scene();
        return reference == null
                ? Uni.createFrom().item(Optional.empty())
                : scenes.referredTo(reference)
                        .map(found -> {
                            if (found.isEmpty() && isId(reference)) {
                                throw ProblemException.invalid(
                                        "/sceneId",
                                        "no scene is recorded under this id: record the scene first, or give the provider's name for it");
                            }
                            return found;
                        });
    }

    private static boolean isId(String reference) {
        return reference.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private Uni<Response> record(SightingInput input, @Nullable Scene scene, String by) {
        return switch (rules.read(input, scene, Instant.now())) {
            case SightingReading.Faulty(var errors) -> throw ProblemException.invalid(errors);
            case SightingReading.Valid(var seen) ->
                    store.record(List.of(seen), by)
                            .chain(added -> answer(seen.sighting().id(), !added.isEmpty()));
        };
    }

    /// 201 for a new one, 200 where the same sighting is there already.
    private Uni<Response> answer(UUID id, boolean isNew) {
        return store.find(id)
                .map(found -> {
                    SightingView view = found.orElseThrow();
                    if (!isNew && view.sighting().state() == Sighting.State.WITHDRAWN) {
                        throw new ProblemException(
                                ServiceProblem.CONFLICT,
                                "This very sighting was recorded and withdrawn. Correct what was wrong with it, or say in the label what is new.");
                    }
                    if (!isNew && view.sighting().version() > 1) {
                        throw new ProblemException(
                                ServiceProblem.CONFLICT,
                                "This very sighting was recorded and has been corrected since: it stands at version %d as %s. Read it there."
                                        .formatted(view.sighting().version(), id));
                    }
                    return Response.status(isNew ? 201 : 200)
                            .location(URI.create("/api/imagery/v1/sightings/" + id))
                            .entity(view)
                            .build();
                });
    }

    @GET
    @Path("sightings")
    public Uni<Page<SightingView>> list(
            @QueryParam("bbox") @Nullable String bbox,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("state") @Nullable String state,
            @QueryParam("scene") @Nullable String scene,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        callers.member();
        int most = Cursor.limit(limit);
        var search = SightingSearch.of(bbox, from, to, state, scene, Cursor.parse(cursor));
        return store.find(search, most)
                .map(rows -> Cursor.page(rows, most, SightingResource::cursorOf));
    }

    private static Cursor cursorOf(SightingView view) {
        return new Cursor(view.sighting().from().toString(), view.sighting().id().toString());
    }

    @GET
    @Path("sightings/{id}")
    public Uni<Response> one(@PathParam("id") UUID id) {
        callers.member();
        return tagged(id);
    }

    private Uni<Response> tagged(UUID id) {
        return store.find(id)
                .map(found -> found.orElseThrow(ProblemException::notFound))
                .map(view ->
                        Response.ok(view).tag(Integer.toString(view.sighting().version())).build());
    }

    @GET
    @Path("sightings/{id}/versions")
    @Operation(
            summary = "Every version of a sighting, newest first",
            description = "What a correction supersedes stays readable, with who changed it when.")
    public Uni<Versions> versions(@PathParam("id") UUID id) {
        var unused = callers.member();
        return store.versions(id)
                .map(found -> {
                    if (found.isEmpty()) {
                        throw ProblemException.notFound();
                    }
                    return new Versions(found);
                });
    }

    /// @param items newest first
    public record Versions(List<SightingVersionView> items) {

        public Versions {
            items = List.copyOf(items);
        }
    }

    /// The next version. Verdicts are reached anew; what people said of the one before no longer
    /// stands, because they did not see this one.
    @PUT
    @Path("sightings/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Correct a sighting",
            description =
                    "The whole sighting as it should be, with `If-Match: \"<version>\"`. It keeps its id; verdicts are reached anew, and confirmations of the version before are taken back unless only label, source, licence or note changed.")
    public Uni<Response> correct(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable SightingInput input) {
        Caller caller = callers.writer(SCOPE);
        int expected = ExpectedVersion.of(ifMatch, "a sighting");
        if (input == null) {
            throw ProblemException.invalid("/", "a sighting is expected in the body");
        }
        return scene(input)
                .map(scene ->
                        switch (rules.read(input, scene.orElse(null), Instant.now())) {
                            case SightingReading.Faulty(var errors) ->
                                    throw ProblemException.invalid(errors);
                            case SightingReading.Valid(var seen) -> seen;
                        })
                .chain(seen -> store.correct(id, seen, expected, caller.username()))
                .invoke(SightingResource::refuse)
                .chain(done -> tagged(id));
    }

    private static void refuse(SightingStore.Correction outcome) {
        switch (outcome) {
            case SightingStore.Correction.Corrected done -> {}
            case SightingStore.Correction.Unchanged done -> {}
            case SightingStore.Correction.Stale(int version) ->
                    throw new ProblemException(
                            ServiceProblem.PRECONDITION_FAILED,
                            "The sighting stands at version %d by now. Read it again and repeat your correction."
                                    .formatted(version));
            case SightingStore.Correction.Withdrawn() ->
                    throw new ProblemException(
                            ServiceProblem.CONFLICT,
                            "The sighting was withdrawn. Record what is right as a new one.");
            case SightingStore.Correction.Missing() -> throw ProblemException.notFound();
        }
    }

    @DELETE
    @Path("sightings/{id}")
    public Uni<SightingView> withdraw(@PathParam("id") UUID id) {
        Caller caller = callers.writer(SCOPE);
        return store.withdraw(id, caller.username())
                .map(found -> found.orElseThrow(ProblemException::notFound));
    }
}
