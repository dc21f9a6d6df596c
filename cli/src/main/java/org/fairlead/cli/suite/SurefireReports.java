package org.fairlead.cli.suite;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The reports of test classes that Surefire left in the modules of a checkout.
record SurefireReports(Path root) {

    private static final int DEPTH_OF_A_REPORT = 6;
    private static final int LINES_OF_A_MESSAGE = 8;
    private static final Result NOTHING = new Result(Counts.NONE, "");

    /// The totals of reports written at or after a moment; older ones belong to other runs.
    Result since(Instant moment) {
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
            return files.map(SurefireReports::read).reduce(NOTHING, SurefireReports::together);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isReport(Path file) {
        return file.toString().matches(".*/target/surefire-reports/TEST-[^/]*\\.xml");
    }

    private static Result together(Result one, Result other) {
        return new Result(
                one.counts().plus(other.counts()),
                "",
                Stream.concat(one.failures().stream(), other.failures().stream()).toList());
    }

    private static Result read(Path file) {
        try {
            return in(Files.readString(file), file.getFileName().toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Counts the cases themselves: the totals at the head of a report leave out nested classes.
    ///
    /// @param name what to call the report when it is damaged
    static Result in(String report, String name) {
        try {
            return cases(
                    XMLInputFactory.newDefaultFactory()
                            .createXMLStreamReader(new StringReader(report)));
        } catch (XMLStreamException damaged) {
            // A JVM that died while writing leaves half a file, which is no test passed.
            return new Result(
                    Counts.ONE_FAILED, "", List.of(name + ": the report breaks off, the JVM died"));
        }
    }

    private static Result cases(XMLStreamReader report) throws XMLStreamException {
        var total = Counts.NONE;
        var current = Counts.NONE;
        var test = "";
        var failures = new ArrayList<String>();
        while (report.hasNext()) {
            var event = report.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (report.getLocalName()) {
                    case "testcase" -> {
                        current = Counts.ONE_PASSED;
                        test =
                                "%s: %s"
                                        .formatted(
                                                report.getAttributeValue(null, "classname"),
                                                report.getAttributeValue(null, "name"));
                    }
                    case "failure", "error" -> {
                        current = Counts.ONE_FAILED;
                        failures.add(test);
                        saidIn(report).forEach(failures::add);
                    }
                    case "skipped" -> current = Counts.ONE_SKIPPED;
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && report.getLocalName().equals("testcase")) {
                total = total.plus(current);
            }
        }
        return new Result(total, "", failures);
    }

    private static Stream<String> saidIn(XMLStreamReader failure) {
        return Stream.ofNullable(failure.getAttributeValue(null, "message"))
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .limit(LINES_OF_A_MESSAGE);
    }
}
