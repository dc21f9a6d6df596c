package org.fairlead.imagery.batch;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.imagery.scene.Scene;
import org.fairlead.imagery.scene.SceneConfig;
import org.fairlead.imagery.scene.SceneInput;
import org.fairlead.imagery.scene.SceneReading;
import org.fairlead.imagery.scene.SceneRules;
import org.fairlead.imagery.scene.SceneStore;
import org.fairlead.service.caller.CallerProducer;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// Many scenes from one file, GeoJSON or CSV, as a catalogue of images exports them.
@Path("/api/imagery/v1/scenes/imports")
public class SceneBatchResource {

    private final SceneStore store;
    private final SceneRules rules;
    private final BatchConfig config;
    private final CallerProducer callers;

    @Inject
    SceneBatchResource(
            SceneStore store, SceneConfig scenes, BatchConfig config, CallerProducer callers) {
        this.store = store;
        this.rules = new SceneRules(scenes);
        this.config = config;
        this.callers = callers;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public BatchReport importFile(
            @Nullable InputStream body,
            @HeaderParam("Content-Length") @Nullable Long announced,
            @QueryParam("format") @Nullable String format,
            @QueryParam("provider") @Nullable String provider,
            @QueryParam("sensor") @Nullable String sensor,
            @QueryParam("licence") @Nullable String licence,
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
        boolean isDryRun = BatchResource.isTrue("dryRun", dryRun);
        boolean isSynthetic = BatchResource.isTrue("synthetic", synthetic);
        boolean isGeoJson = format == null || BatchResource.isGeoJson(format);
        var input = new FileStart(new BoundedInput(body, config.largestBytes()));
        var run = new Run(by, isDryRun);
        if (isGeoJson) {
            var reader = new SceneFeature(provider, licence, isSynthetic);
            try (var features = new GeoJsonFeatures(input, config.longestValue())) {
                return run.through(features, reader);
            }
        }
        try (var table = new CsvTable(input, config.longestValue())) {
            var columns = SceneColumns.of(table.headers(), uri.getQueryParameters());
            return run.through(
                    table, new SceneRow(columns, provider, licence, sensor, isSynthetic));
        }
    }

    /// One pass through a file.
    private final class Run {

        private final String by;
        private final boolean isDryRun;
        private final Instant now = Instant.now();
        private final List<BatchReport.RejectedRow> rejected = new ArrayList<>();
        private final HashSet<UUID> seenBefore = new HashSet<>();
        private int accepted;
        private int alreadyThere;
        private int rejectedCount;

        Run(String by, boolean isDryRun) {
            this.by = by;
            this.isDryRun = isDryRun;
        }

        BatchReport through(GeoJsonFeatures features, SceneFeature reader) throws IOException {
            for (Optional<GeoJsonFeatures.Feature> next = features.next();
                    next.isPresent();
                    next = features.next()) {
                switch (next.get()) {
                    case GeoJsonFeatures.Feature.Cut(var row) ->
                            reject(row.number(), row.field(), row.detail());
                    case GeoJsonFeatures.Feature.Whole(int number, var json) ->
                            take(number, json, reader);
                }
            }
            return report();
        }

        BatchReport through(CsvTable table, SceneRow reader) throws IOException {
            int rows = 0;
            for (Optional<CsvTable.Row> next = table.next();
                    next.isPresent();
                    next = table.next()) {
                checkCount(++rows);
                switch (next.get()) {
                    case CsvTable.Row.Unread(var why) ->
                            reject(why.number(), why.field(), why.detail());
                    case CsvTable.Row.Cells cells -> {
                        var read = reader.of(cells);
                        if (read.faults().isEmpty()) {
                            take(cells.number(), read.input());
                        } else {
                            rejectedCount++;
                            read.faults().forEach(fault -> list(cells.number(), fault));
                        }
                    }
                }
            }
            return report();
        }

        private BatchReport report() {
            return new BatchReport(accepted, alreadyThere, rejected, rejectedCount, isDryRun);
        }

        private void checkCount(int count) {
            if (count > config.mostRows()) {
                throw new ProblemException(
                        ServiceProblem.TOO_LARGE,
                        "A file may have %d scenes. Send the rest as another file."
                                .formatted(config.mostRows()));
            }
        }

        private void take(int number, JsonNode json, SceneFeature reader) throws IOException {
            checkCount(number);
            SceneInput input;
            try {
                input = reader.input(json);
            } catch (IllegalArgumentException noTable) {
                reject(
                        number,
                        "recallByLength",
                        "expected rows of fromMetres, toMetres and recall");
                return;
            }
            take(number, input);
        }

        private void take(int number, SceneInput input) throws IOException {
            switch (rules.read(input, now)) {
                case SceneReading.Faulty(var errors) -> {
                    rejectedCount++;
                    errors.forEach(error -> list(number, error));
                }
                case SceneReading.Valid(var scene) -> keep(number, scene);
            }
        }

        private void keep(int number, Scene scene) throws IOException {
            var outcome =
                    await(
                            isDryRun
                                    ? store.tried(scene, seenBefore.add(scene.id()))
                                    : store.record(scene, by));
            switch (outcome) {
                case SceneStore.Outcome.Added added -> accepted++;
                case SceneStore.Outcome.Unchanged same -> alreadyThere++;
                case SceneStore.Outcome.Changed changed -> accepted++;
                case SceneStore.Outcome.Differs(var current) ->
                        reject(
                                number,
                                "name",
                                "this scene is recorded already, with other content or withdrawn, as "
                                        + current.scene().id());
                case SceneStore.Outcome.Stale(var current) ->
                        reject(number, "name", "changed meanwhile: " + current.scene().id());
                case SceneStore.Outcome.Missing() -> reject(number, "name", "is gone");
            }
        }

        private void reject(int number, String field, String detail) {
            rejectedCount++;
            list(number, new FieldError("/" + field, detail));
        }

        private void list(int number, FieldError error) {
            if (rejected.size() < config.mostRejectsListed()) {
                rejected.add(
                        new BatchReport.RejectedRow(
                                number, error.pointer().substring(1), error.detail()));
            }
        }
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
