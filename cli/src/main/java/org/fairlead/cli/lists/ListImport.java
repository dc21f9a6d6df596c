package org.fairlead.cli.lists;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.api.PlatformApi;
import org.fairlead.lists.file.Unpacking;
import org.fairlead.lists.ofac.OfacCsvSet;
import org.jspecify.annotations.Nullable;

/// Hands files of lists to the platform and says what became of each.
public final class ListImport {

    private static final long LARGEST_FILE_BYTES = 512L << 20;
    private static final Pattern DATED_NAME =
            Pattern.compile(".*(\\d{4}-\\d\\d-\\d\\d)(?:T(\\d\\d):?(\\d\\d)(?::?(\\d\\d))?Z?)?.*");

    private final PlatformApi api;
    private final PrintStream out;
    private final @Nullable String list;
    private final @Nullable String publishedAt;
    private final @Nullable String observedAt;
    private final boolean dryRun;

    public ListImport(
            PlatformApi api,
            PrintStream out,
            @Nullable String list,
            @Nullable String publishedAt,
            @Nullable String observedAt,
            boolean dryRun) {
        this.api = api;
        this.out = out;
        this.list = list;
        this.publishedAt = publishedAt;
        this.observedAt = observedAt;
        this.dryRun = dryRun;
    }

    /// False when a file was set aside.
    public boolean run(List<Path> files) {
        boolean isSet =
                files.size() > 1
                        && files.stream()
                                .allMatch(
                                        file -> OfacCsvSet.isTable(file.getFileName().toString()));
        if (isSet) {
            return send(files.getFirst(), packed(files));
        }
        boolean all = true;
        for (Path file : files) {
            all &= send(file, bytes(file));
        }
        return all;
    }

    private static byte[] packed(List<Path> files) {
        var tables = new TreeMap<String, byte[]>();
        for (Path file : files) {
            tables.put(file.getFileName().toString().toLowerCase(Locale.ROOT), bytes(file));
        }
        var archive = new ByteArrayOutputStream();
        try {
            Unpacking.pack(tables, archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive.toByteArray();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal("Not read: " + file, e);
        }
    }

    private boolean send(Path file, byte[] bytes) {
        String id = list == null ? ListOfFile.of(file, bytes, LARGEST_FILE_BYTES) : list;
        var answer = api.upload(path(id, file), file.getFileName().toString(), bytes);
        String outcome = answer.path(dryRun ? "outcome" : "status").asText();
        out.printf(
                Locale.ROOT,
                "%s: %s%s %s, %,d entries (%,d ships), %d added, %d changed, %d removed%s%n",
                file.getFileName(),
                id,
                dryRun ? "" : " version " + answer.path("number").asInt(),
                dryRun ? "would be " + outcome : outcome,
                answer.path("listings").asInt(),
                answer.path("vessels").asInt(),
                answer.path("added").asInt(),
                answer.path("changed").asInt(),
                answer.path("removed").asInt(),
                answer.hasNonNull("reason") ? ": " + answer.path("reason").asText() : "");
        answer.path("warnings").forEach(warning -> out.println("  warning: " + warning.asText()));
        return !outcome.equals("quarantined");
    }

    private String path(String id, Path file) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        String observed = observed(file);
        if (observed != null) {
            query.add("observedAt=" + PlatformApi.encode(observed));
        }
        if (publishedAt != null) {
            query.add("publishedAt=" + PlatformApi.encode(publishedAt));
        }
        if (dryRun) {
            query.add("dryRun=true");
        }
        return "/api/sanctions/v1/lists/" + PlatformApi.encode(id) + "/versions" + query;
    }

    private @Nullable String observed(Path file) {
        if (observedAt != null) {
            return observedAt;
        }
        String text = publishedAt == null ? file.getFileName().toString() : publishedAt;
        var dated = DATED_NAME.matcher(text);
        return dated.matches()
                ? "%sT%s:%s:%sZ"
                        .formatted(
                                dated.group(1),
                                or(dated.group(2)),
                                or(dated.group(3)),
                                or(dated.group(4)))
                : null;
    }

    private static String or(@Nullable String digits) {
        return digits == null ? "00" : digits;
    }
}
