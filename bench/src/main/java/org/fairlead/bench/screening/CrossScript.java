package org.fairlead.bench.screening;

import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fairlead.screening.Profile;
import org.fairlead.screening.name.Schema;
import org.fairlead.screening.name.Script;

/// Names in one script that are to be found under their Latin spelling.
final class CrossScript {

    private final Path file;

    CrossScript(Path file) {
        this.file = file;
    }

    void print(PrintStream out) {
        int found = 0;
        var missed = new ArrayList<String>();
        List<Map<String, String>> rows =
                LabelledPairs.read(
                        file,
                        CsvSchema.builder()
                                .addColumn("query")
                                .addColumn("listed")
                                .addColumn("score")
                                .addColumn("what")
                                .build());
        for (var row : rows) {
            double score =
                    NameAccuracy.score(
                            Schema.PERSON,
                            row.getOrDefault("query", ""),
                            row.getOrDefault("listed", ""));
            if (score >= Profile.PARTY.threshold()) {
                found++;
            } else {
                missed.add(
                        String.format(
                                Locale.ROOT,
                                "%s (%s) %.2f",
                                row.getOrDefault("listed", ""),
                                Script.of(row.getOrDefault("query", "")),
                                score));
            }
        }
        out.printf(
                Locale.ROOT,
                "across scripts: %d of %d found; missed %s%n",
                found,
                rows.size(),
                String.join(", ", missed));
    }
}
