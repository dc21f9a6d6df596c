package org.fairlead.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.fairlead.cli.api.PlatformApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes the audit log out of the running platform, for `verify --log`.
@Command(
        name = "audit",
        description =
                "Save the audit log of the running platform, its newest checkpoint and its public"
                        + " key. Entries the user may not read are saved as their hashes.")
final class AuditCommand implements Callable<Integer> {

    private static final String AUDIT = "/api/cases/v1/audit";
    private static final int PAGE = 10_000;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private PlatformOptions options;

    @Option(
            names = "--as",
            paramLabel = "USER",
            description = "Demonstration user who reads (default: ${DEFAULT-VALUE}).",
            defaultValue = "amir")
    private String user = "amir";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where the files are written (default: here).",
            defaultValue = ".")
    private Path out = Path.of(".");

    @Override
    public Integer call() throws IOException {
        PlatformApi api = options.person(user);
        Files.createDirectories(out);
        Path log = out.resolve("audit-log.jsonl");
        long entries = save(api, log);
        Files.writeString(
                out.resolve("signing-key.txt"),
                api.text("/api/cases/v1/signing-key", "text/plain"));
        Path checkpoint = out.resolve("checkpoint.txt");
        Files.writeString(checkpoint, api.text(AUDIT + "/checkpoint", "text/plain"));
        System.out.printf("%s, %d entries%n", log, entries);
        System.out.printf(
                "Verify it: ./fairlead verify --log %s --checkpoints %s --key %s%n",
                log, checkpoint, out.resolve("signing-key.txt"));
        return 0;
    }

    private static long save(PlatformApi api, Path file) throws IOException {
        long entries = 0;
        try (BufferedWriter log = Files.newBufferedWriter(file)) {
            while (true) {
                String page =
                        api.text(
                                "%s/log?from=%d&limit=%d".formatted(AUDIT, entries, PAGE),
                                "application/x-ndjson");
                long count = page.lines().filter(line -> !line.isBlank()).count();
                if (count == 0) {
                    return entries;
                }
                log.write(page);
                entries += count;
            }
        }
    }
}
