package org.fairlead.cli.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a test program printed of the tests that failed.
final class PrintedFailures {

    /// Each test that failed begins a line so, in the walk through the browser as in Vitest.
    private static final Pattern FAILED = Pattern.compile("\\s*FAIL\\s.*");

    private static final Pattern PASSED = Pattern.compile("\\s*ok\\s.*|\\d+ passed.*");
    private static final int MOST_LINES = 60;

    private PrintedFailures() {}

    /// Each line that names a failed test, with what stands below it up to an empty line or the
    /// next test.
    static List<String> in(List<String> lines) {
        var found = new ArrayList<String>();
        var isOfAFailure = false;
        for (var line : lines) {
            isOfAFailure =
                    FAILED.matcher(line).matches()
                            || (isOfAFailure && !line.isBlank() && !PASSED.matcher(line).matches());
            if (isOfAFailure && found.size() < MOST_LINES) {
                found.add(line.strip());
            }
        }
        return List.copyOf(found);
    }
}
