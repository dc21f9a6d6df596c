package org.fairlead.bench.screening;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What labelled pairs say, on the terminal and as a page.
final class AccuracyReport {

    private final NameAccuracy accuracy;
    private final NameAccuracy heldOut;

    AccuracyReport(NameAccuracy accuracy) {
        this.accuracy = accuracy;
        this.heldOut = accuracy.heldOut();
    }

    void print(PrintStream out) {
        print(out, "constants as shipped, which were chosen by these pairs", accuracy);
        print(out, "held out: constants chosen on the other half of the pairs", heldOut);
    }

    private static void print(PrintStream out, String what, NameAccuracy accuracy) {
        var all = accuracy.counts();
        out.printf("name pairs, %s:%n", what);
        out.printf(
                Locale.ROOT,
                "  F1 %.3f (precision %.3f, recall %.3f) over %d at threshold 0.70; by fifths %s; best plain Jaro-Winkler %.3f%n",
                all.f1(),
                all.precision(),
                all.recall(),
                accuracy.pairs().size(),
                accuracy.fifths().stream()
                        .map(f1 -> String.format(Locale.ROOT, "%.2f", f1))
                        .collect(Collectors.joining(" ")),
                accuracy.baselineF1());
        out.printf("  negatives scored 1.0: %d%n", accuracy.negativesAtOne());
        print(out, "type", accuracy.by(NameAccuracy.Scored::type));
        print(out, "script", accuracy.by(NameAccuracy.Scored::script));
        out.printf("  matches by score: %s%n", String.join(", ", accuracy.calibration()));
        out.printf("  misses: %d, listed by --report%n", accuracy.misses().size());
    }

    private static void print(
            PrintStream out, String what, Map<String, NameAccuracy.Counts> groups) {
        groups.forEach((group, counts) ->
                out.printf(
                        Locale.ROOT,
                        "  %s %-24s F1 %.3f (%d found, %d wrong, %d missed)%n",
                        what,
                        group,
                        counts.f1(),
                        counts.truePositives(),
                        counts.falsePositives(),
                        counts.falseNegatives()));
    }

    String markdown() {
        return "### Held out: constants chosen on the other half\n\n"
                + figures(heldOut)
                + "\n### Constants as shipped, chosen by these pairs\n\n"
                + figures(accuracy)
                + misses();
    }

    private static String figures(NameAccuracy accuracy) {
        var page = new StringBuilder();
        var all = accuracy.counts();
        page.append(
                String.format(
                        Locale.ROOT,
                        "| pairs | F1 | precision | recall | best plain Jaro–Winkler | negatives at 1.0 |%n|---|---|---|---|---|---|%n| %d | %.3f | %.3f | %.3f | %.3f | %d |%n",
                        accuracy.pairs().size(),
                        all.f1(),
                        all.precision(),
                        all.recall(),
                        accuracy.baselineF1(),
                        accuracy.negativesAtOne()));
        table(page, "type", accuracy.by(NameAccuracy.Scored::type));
        table(page, "script", accuracy.by(NameAccuracy.Scored::script));
        page.append("\n| score | matches |\n|---|---|\n");
        accuracy.calibration()
                .forEach(line ->
                        page.append("| ").append(line.replaceFirst(" ", " | ")).append(" |\n"));
        return page.toString();
    }

    private String misses() {
        var page = new StringBuilder();
        page.append("\n| | score | type | query | listed |\n|---|---|---|---|---|\n");
        for (NameAccuracy.Scored miss : accuracy.misses()) {
            page.append(
                    String.format(
                            Locale.ROOT,
                            "| %s | %.2f | %s | %s | %s |%n",
                            miss.isMatch() ? "missed" : "wrong",
                            miss.score(),
                            miss.type(),
                            miss.query(),
                            miss.listed()));
        }
        return page.toString();
    }

    private static void table(
            StringBuilder page, String what, Map<String, NameAccuracy.Counts> groups) {
        page.append("\n| ")
                .append(what)
                .append(" | F1 | found | wrong | missed |\n|---|---|---|---|---|\n");
        groups.forEach((group, counts) ->
                page.append(
                        String.format(
                                Locale.ROOT,
                                "| %s | %.3f | %d | %d | %d |%n",
                                group,
                                counts.f1(),
                                counts.truePositives(),
                                counts.falsePositives(),
                                counts.falseNegatives())));
    }
}
