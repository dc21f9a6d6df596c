package org.fairlead.cli.suite;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// The reports of test classes that Surefire left in the modules of a checkout.
record SurefireReports(Path root) {

    private static final int DEPTH_OF_A_REPORT = 6;

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

    /// Counts the cases themselves: the totals at the head of a report leave out nested classes.
    static Counts countsIn(String report) {
        try {
            return cases(
                    XMLInputFactory.newDefaultFactory()
                            .createXMLStreamReader(new StringReader(report)));
        } catch (XMLStreamException damaged) {
            // A JVM that died while writing leaves half a file, which is no test passed.
            return Counts.ONE_FAILED;
        }
    }

    private static Counts cases(XMLStreamReader report) throws XMLStreamException {
        var total = Counts.NONE;
        var current = Counts.NONE;
        while (report.hasNext()) {
            var event = report.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                current =
                        switch (report.getLocalName()) {
                            case "testcase" -> Counts.ONE_PASSED;
                            case "failure", "error" -> Counts.ONE_FAILED;
                            case "skipped" -> Counts.ONE_SKIPPED;
                            default -> current;
                        };
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && report.getLocalName().equals("testcase")) {
                total = total.plus(current);
            }
        }
        return total;
    }
}
