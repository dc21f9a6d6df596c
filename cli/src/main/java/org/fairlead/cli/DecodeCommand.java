package org.fairlead.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.fairlead.cli.decode.DecodeJob;
import org.fairlead.nmea.field.Rendering;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "decode",
        description = "Decode AIS sentences to JSON lines or CSV; needs no running platform.",
        footer = {
            "",
            "Exit: 0 read to the end (rejects are reported, not a failure), 1 an input could not be"
                    + " read, 2 wrong use, 3 something was rejected (with --strict).",
            "Every field: docs/reference/decode.md"
        })
final class DecodeCommand implements Callable<Integer> {

    enum Format {
        JSONL,
        CSV
    }

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Plain, .gz, .zst or .zip, told by their first bytes; - or none: standard"
                            + " input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--format", defaultValue = "jsonl", description = "jsonl (default) or csv.")
    private Format format = Format.JSONL;

    @Option(names = "--raw", description = "Numbers as transmitted, under gpsd's names.")
    private boolean raw;

    @Option(
            names = "--type",
            split = ",",
            paramLabel = "N",
            description = "Write only messages of these types.")
    private Set<Integer> types = new HashSet<>();

    @Option(
            names = "--mmsi",
            split = ",",
            paramLabel = "N",
            description = "Write only messages of these senders.")
    private Set<Integer> mmsis = new HashSet<>();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "Write rejected lines there instead of to standard error.")
    private @Nullable Path rejects;

    @Option(names = "--quiet", description = "Only what could not be read, and no progress.")
    private boolean quiet;

    @Option(names = "--strict", description = "Exit with 3 when a line was rejected.")
    private boolean strict;

    @Override
    public Integer call() throws IOException {
        return new DecodeJob(
                        files.isEmpty() ? List.of("-") : files,
                        format.name().toLowerCase(Locale.ROOT),
                        raw ? Rendering.RAW : Rendering.UNITS,
                        types,
                        mmsis,
                        rejects,
                        quiet,
                        strict)
                .run();
    }
}
