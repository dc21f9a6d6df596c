package org.fairlead.cli.suite;

import java.util.List;
import java.util.regex.Pattern;

/// Totals a test program printed, as in `Tests 1 failed | 22 passed (23)` or `12 passed, 0 failed`.
final class PrintedCounts {

    private static final Pattern ANY = Pattern.compile("\\d+ (passed|failed)");

    private PrintedCounts() {}

    /// The counts of the last line that has any; none where there is no such line.
    static Counts in(List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> ANY.matcher(line).find())
                .findFirst()
                .map(PrintedCounts::of)
                .orElse(Counts.NONE);
    }

    private static Counts of(String line) {
        return new Counts(number(line, "passed"), number(line, "failed"), number(line, "skipped"));
    }

    private static int number(String line, String word) {
        var found = Pattern.compile("(\\d+) " + word).matcher(line);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
