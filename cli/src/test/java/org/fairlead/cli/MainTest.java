package org.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    @TempDir private Path directory;

    private final StringWriter errors = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "logs", "reset"})
    void refusesInOneSentenceWhereNothingWasEverStarted(String command) {
        assertThat(run(command, "--data", directory.toString())).isEqualTo(1);

        assertThat(errors.toString().lines()).singleElement().asString().contains("./fairlead up");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void everyCommandSaysHowItIsUsed() {
        assertThat(helpOf(Main.commandLine())).hasSizeGreaterThan(20).allSatisfy(this::saysUsage);
    }

    private static List<List<String>> helpOf(CommandLine command) {
        var all = new ArrayList<List<String>>();
        all.add(List.of("--help"));
        command.getSubcommands()
                .forEach((name, below) -> {
                    for (List<String> words : helpOf(below)) {
                        all.add(Stream.concat(Stream.of(name), words.stream()).toList());
                    }
                });
        return all;
    }

    private void saysUsage(List<String> words) {
        var said = new StringWriter();

        int exit =
                Main.commandLine()
                        .setOut(new PrintWriter(said, true))
                        .execute(words.toArray(String[]::new));

        assertThat(exit).isZero();
        assertThat(said.toString()).contains("Usage: ", "--help");
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThat(run("up", "--port", "70000", "--data", directory.toString())).isEqualTo(1);

        assertThat(errors.toString().lines()).singleElement().asString().contains("70000");
    }

    @Test
    void refusesAStepOfTheSuiteThatIsNone() {
        assertThat(run("test", "--only", "everything")).isEqualTo(1);

        assertThat(errors.toString()).contains("modules, web, end-to-end, browser");
    }

    @Test
    void writesAWorldAndItsTruth() throws IOException {
        var arguments =
                new String[] {
                    "bench", "world", "--vessels", "20", "--hours", "2", "--perfect", "--out"
                };
        var full = Arrays.copyOf(arguments, arguments.length + 1);
        full[arguments.length] = directory.toString();

        assertThat(run(full)).isZero();

        assertThat(directory.resolve("lines.nmea")).content().startsWith("\\s:SYN-ALL,c:");
        assertThat(Files.readAllLines(directory.resolve("truth.jsonl")))
                .filteredOn(line -> line.startsWith("{\"kind\":\"ship\","))
                .hasSize(20);
    }

    @Test
    void refusesAWorldOfTooManyShips() {
        assertThat(run("bench", "world", "--vessels", "300001", "--out", directory.toString()))
                .isEqualTo(1);

        assertThat(errors.toString()).contains("1-300,000");
    }

    @Test
    void tellsUptimeInTheUnitThatMatters() {
        assertThat(StatusCommand.words(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(StatusCommand.words(Duration.ofSeconds(61))).isEqualTo("1 min 01 s");
        assertThat(StatusCommand.words(Duration.ofMinutes(61))).isEqualTo("1 h 01 min");
    }
}
