package org.fairlead.cli.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireReportsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir private Path root;

    @Test
    void countWhatPassedFailedAndWasSkipped() {
        var report =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="A" time="1.0" tests="10" errors="1" skipped="2" failures="3" flakes="0">
                  <testcase name="b"/>
                </testsuite>
                """;

        assertThat(SurefireReports.countsIn(report)).isEqualTo(new Counts(4, 4, 2));
    }

    @Test
    void countsNothingInAFileThatIsNoReport() {
        assertThat(SurefireReports.countsIn("<html/>")).isEqualTo(Counts.NONE);
    }

    @Test
    void addUpTheModulesOfThisRunOnly() throws IOException {
        report("cli/target/surefire-reports/TEST-a.xml", START);
        report("services/ais/target/surefire-reports/TEST-b.xml", START.plusSeconds(5));
        report("services/ais/target/surefire-reports/TEST-old.xml", START.minusSeconds(5));
        report("services/ais/target/classes/TEST-c.xml", START);

        assertThat(new SurefireReports(root).since(START)).isEqualTo(new Counts(2, 2, 0));
    }

    private void report(String name, Instant modified) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "<testsuite tests=\"2\" errors=\"0\" skipped=\"0\" failures=\"1\">");
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
