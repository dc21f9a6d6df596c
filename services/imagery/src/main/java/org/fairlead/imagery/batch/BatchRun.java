package org.fairlead.imagery.batch;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.imagery.scene.Scene;
import org.fairlead.imagery.sighting.Seen;
import org.fairlead.imagery.sighting.SightingReading;
import org.fairlead.imagery.sighting.SightingRules;
import org.fairlead.service.problem.ProblemException;
import org.fairlead.service.problem.ServiceProblem;
import org.jspecify.annotations.Nullable;

/// One pass through a file: good rows go on in groups, the others are listed.
final class BatchRun {

    /// Takes a group of good rows and says how many of them are new.
    interface Recorder {
        int record(List<Seen> group) throws IOException;
    }

    /// The registered scene a row refers to.
    interface Scenes {
        Optional<Scene> referredTo(String reference) throws IOException;
    }

    private final BatchConfig config;
    private final SightingRules rules;
    private final Scenes scenes;
    private final Map<String, Optional<Scene>> known = new HashMap<>();
    private final RowInput inputs;
    private final Recorder recorder;
    private final Instant now;

    private final List<BatchReport.RejectedRow> rejected = new ArrayList<>();
    private final List<Seen> group = new ArrayList<>();
    private int rows;
    private int good;
    private int accepted;
    private int rejectedCount;

    BatchRun(
            BatchConfig config,
            SightingRules rules,
            Scenes scenes,
            RowInput inputs,
            Recorder recorder,
            Instant now) {
        this.config = config;
        this.rules = rules;
        this.scenes = scenes;
        this.inputs = inputs;
        this.recorder = recorder;
        this.now = now;
    }

    BatchReport through(FileRows file, boolean dryRun) throws IOException {
        for (Optional<FileRow> row = file.next(); row.isPresent(); row = file.next()) {
            if (++rows > config.mostRows()) {
                // What the sentence calls taken must be stored, the last group included.
                flush();
                throw new ProblemException(
                        ServiceProblem.TOO_LARGE,
                        (dryRun
                                        ? "A file may have %d rows. Send it in parts."
                                        : "A file may have %d rows; the good ones of those were taken."
                                                + " Send the rest as another file.")
                                .formatted(config.mostRows()));
            }
            take(row.get());
            if (group.size() >= config.rowsPerTransaction()) {
                flush();
            }
        }
        flush();
        return new BatchReport(accepted, good - accepted, rejected, rejectedCount, dryRun);
    }

    private void take(FileRow row) throws IOException {
        switch (row) {
            case FileRow.Broken broken ->
                    reject(
                            broken.number(),
                            List.of(new FieldError("/" + broken.field(), broken.detail())));
            case FileRow.Values values -> {
                var made = inputs.of(values);
                if (!made.faults().isEmpty()) {
                    reject(values.number(), made.faults());
                    return;
                }
                switch (rules.read(made.input(), scene(made.input().scene()), now)) {
                    case SightingReading.Faulty(var errors) -> reject(values.number(), errors);
                    case SightingReading.Valid(var seen) -> group.add(seen);
                }
            }
        }
    }

    private @Nullable Scene scene(@Nullable String reference) throws IOException {
        if (reference == null || reference.length() > 200 || reference.indexOf('\0') >= 0) {
            return null;
        }
        Optional<Scene> found = known.get(reference);
        if (found == null) {
            found = scenes.referredTo(reference);
            known.put(reference, found);
        }
        return found.orElse(null);
    }

    private void reject(int number, List<FieldError> errors) {
        rejectedCount++;
        for (FieldError error : errors) {
            if (rejected.size() < config.mostRejectsListed()) {
                rejected.add(
                        new BatchReport.RejectedRow(
                                number, error.pointer().substring(1), error.detail()));
            }
        }
    }

    private void flush() throws IOException {
        if (!group.isEmpty()) {
            good += group.size();
            accepted += recorder.record(List.copyOf(group));
            group.clear();
        }
    }
}
