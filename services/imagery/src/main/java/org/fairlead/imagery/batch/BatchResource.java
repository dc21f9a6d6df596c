package org.fairlead.imagery.batch;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.fairlead.imagery.scene.SceneStore;
import org.fairlead.imagery.sighting.Seen;
import org.fairlead.imagery.sighting.SightingConfig;
import org.fairlead.imagery.sighting.SightingRules;
import org.fairlead.imagery.sighting.SightingStore;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Many sightings from one file, streamed.
@Path("/api/imagery/v1")
public class BatchResource {

    private final SightingStore store;
    private final SceneStore scenes;
    private final SightingRules rules;
    private final BatchConfig config;
    private final CallerProducer callers;

    @Inject
    BatchResource(
            SightingStore store,
            SceneStore scenes,
            SightingConfig sightings,
            BatchConfig config,
            CallerProducer callers) {
        this.store = store;
        this.scenes = scenes;
        this.rules = new SightingRules(sightings);
        this.config = config;
        this.callers = callers;
    }

    @POST
    @Path("sightings/imports")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public BatchReport importFile(
            @Nullable InputStream body,
            @HeaderParam("Content-Length") @Nullable Long announced,
            @QueryParam("format") @Nullable String format,
            @QueryParam("source") @Nullable String source,
            @QueryParam("sensor") @Nullable String sensor,
            @QueryParam("licence") @Nullable String licence,
            @QueryParam("at") @Nullable String at,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("synthetic") @Nullable String synthetic,
            @QueryParam("dryRun") @Nullable String dryRun,
            @Context UriInfo uri)
            throws IOException {
        String by = callers.writer("sightings:write").username();
        if (announced != null && announced > config.largestBytes()) {
            throw BoundedInput.tooLarge(config.largestBytes());
        }
        if (body == null) {
            throw ProblemException.invalid("body", "the file is empty");
        }
        boolean isDryRun = isTrue("dryRun", dryRun);
        var defaults =
                new FileDefaults(
                        at,
                        from,
                        to,
                        needed("sensor", sensor),
                        needed("source", source),
                        licence,
                        isTrue("synthetic", synthetic));
        var named = HeaderMapping.named(uri.getQueryParameters());
        var input = new FileStart(new BoundedInput(body, config.largestBytes()));
        var seenBefore = new HashSet<UUID>();
        var run =
                new BatchRun(
                        config,
                        rules,
                        reference -> await(scenes.referredTo(reference)),
                        new RowInput(defaults),
                        group -> isDryRun ? newAmong(group, seenBefore) : record(group, by),
                        Instant.now());
        try (FileRows rows =
                isGeoJson(format)
                        ? new GeoJsonRows(input, named, config.longestValue())
                        : new CsvRows(input, named, defaults.hasTime(), config.longestValue())) {
            return run.through(rows, isDryRun);
        }
    }

    private static String needed(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalid(parameter, "missing in the query");
        }
        return value;
    }

    /// Strict: who writes `dryRun=yes` would otherwise record the file.
    static boolean isTrue(String parameter, @Nullable String value) {
        return switch (value) {
            case null -> false;
            case "false" -> false;
            case "true" -> true;
            default -> throw ProblemException.invalid(parameter, "expected true or false");
        };
    }

    static boolean isGeoJson(@Nullable String format) {
        return switch (format == null ? "" : format) {
            case "csv" -> false;
            case "geojson" -> true;
            default -> throw ProblemException.invalid("format", "expected csv or geojson");
        };
    }

    private int record(List<Seen> group, String by) throws IOException {
        return await(store.record(group, by)).size();
    }

    /// As many as would be recorded; repetitions inside the file count once, as they would then.
    private int newAmong(List<Seen> group, Set<UUID> seenBefore) throws IOException {
        var ids = group.stream().map(seen -> seen.sighting().id()).toList();
        Set<UUID> there = await(store.present(ids));
        int added = 0;
        for (UUID id : ids) {
            added += !there.contains(id) && seenBefore.add(id) ? 1 : 0;
        }
        return added;
    }

    private static <T> T await(Uni<T> work) throws IOException {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> work);
        } catch (RuntimeException | Error fault) {
            throw fault;
        } catch (Throwable fault) {
            throw new IOException(fault);
        }
    }
}
