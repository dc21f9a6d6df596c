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
    void countCasesOfNestedClassesThoughTheHeadLeavesThemOut() {
        var report =
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="A" time="1.0" tests="0" errors="0" skipped="0" failures="0">
                  <properties><property name="a" value="b"/></properties>
                  <testcase name="passes" classname="A$B"/>
                  <testcase name="passes and speaks"><system-out>x</system-out></testcase>
                  <testcase name="fails" classname="A"><failure type="x" message="expected 1&#10;&#10;but was 2">trace</failure><system-out>x</system-out></testcase>
                  <testcase name="breaks" classname="A$B"><error/></testcase>
                  <testcase name="waits"><skipped/></testcase>
                </testsuite>
                """;

        var read = SurefireReports.in(report, "TEST-A.xml");

        assertThat(read.counts()).isEqualTo(new Counts(2, 2, 1));
        assertThat(read.failures())
                .containsExactly("A: fails", "expected 1", "but was 2", "A$B: breaks");
    }

    @Test
    void countAReportCutShortAsAFailure() {
        var read = SurefireReports.in("<testsuite><testcase name='a'/>", "TEST-A.xml");

        assertThat(read.counts()).isEqualTo(Counts.ONE_FAILED);
        assertThat(read.failures()).singleElement().asString().startsWith("TEST-A.xml: ");
    }

    @Test
    void addUpTheModulesOfThisRunOnly() throws IOException {
        report("cli/target/surefire-reports/TEST-a.xml", START);
        report("services/ais/target/surefire-reports/TEST-b.xml", START.plusSeconds(5));
        report("services/ais/target/surefire-reports/TEST-old.xml", START.minusSeconds(5));
        report("services/ais/target/classes/TEST-c.xml", START);

        var read = new SurefireReports(root).since(START);

        assertThat(read.counts()).isEqualTo(new Counts(2, 2, 0));
        assertThat(read.failures()).containsExactly("A: b", "A: b");
    }

    private void report(String name, Instant modified) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<testsuite><testcase name='a'/><testcase name='b' classname='A'><failure/></testcase></testsuite>");
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }
}
