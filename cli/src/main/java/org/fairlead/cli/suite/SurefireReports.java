package org.fairlead.cli.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The reports of test classes that Surefire left in the modules of a checkout.
record SurefireReports(Path root) {

    private static final int DEPTH_OF_A_REPORT = 6;
    private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>");

    /// The totals of reports written at or after a moment; older ones belong to other runs.
    Counts since(Instant moment) {
        try (var files =
                Files.find(
                        root,
                        DEPTH_OF_A_REPORT,
                        (file, attributes) ->
                                isReport(file)
                                        && !attributes
                                                .lastModifiedTime()
                                                .toInstant()
                                                .isBefore(moment))) {
            return Counts.sum(files.map(SurefireReports::read));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isReport(Path file) {
        return file.toString().matches(".*/target/surefire-reports/TEST-[^/]*\\.xml");
    }

    private static Counts read(Path file) {
        try {
            return countsIn(Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Counts countsIn(String report) {
        return SUITE.matcher(report)
                .results()
                .findFirst()
                .map(suite -> countsOf(suite.group()))
                .orElse(Counts.NONE);
    }

    private static Counts countsOf(String suite) {
        var failed = attribute(suite, "failures") + attribute(suite, "errors");
        var skipped = attribute(suite, "skipped");
        return new Counts(attribute(suite, "tests") - failed - skipped, failed, skipped);
    }

    private static int attribute(String suite, String name) {
        return Stream.of(Pattern.compile("\\b" + name + "=\"(\\d+)\"").matcher(suite))
                .filter(found -> found.find())
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }
}
