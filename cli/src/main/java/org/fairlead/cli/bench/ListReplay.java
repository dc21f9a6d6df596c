package org.fairlead.cli.bench;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.file.PathUtils;
import org.fairlead.cli.Refusal;
import org.fairlead.lists.CanonicalListing;
import org.fairlead.lists.Listing;
import org.fairlead.lists.Reading;
import org.fairlead.lists.archive.VersionArchive;
import org.fairlead.lists.file.FileFormat;
import org.jspecify.annotations.Nullable;

/// Consecutive versions of OFAC's `sdn.csv` read, held against one another and compressed, as the
/// sanctions service does it but without its database. Beside it, in the same run, a count that
/// knows nothing of the readers: which lines are new, other or gone, and which ships' numbers a
/// plain search finds in the file of each date.
public final class ListReplay {

    private static final Pattern SHIP =
            Pattern.compile(
                    "^(\\d+),\"[^\"]*\",\"vessel\".*? IMO +(\\d{7})[;.\"]", Pattern.MULTILINE);

    private final PrintStream out;
    private final boolean quiet;
    private final Map<String, Row> open = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Set<String>> shipsByVersion = new ArrayList<>();
    private Map<String, String> linesBefore = Map.of();
    private final VersionArchive archive;
    private final List<String> kept = new ArrayList<>();
    private @Nullable String before;
    private int deepest;
    private int otherBytes;
    private long raw;
    private long stored;
    private long readNanos;
    private long packNanos;
    private long unpackNanos;
    private final long[] totals = new long[3];
    private int differing;

    private ListReplay(Path folder, PrintStream out, boolean quiet) {
        this.archive = new VersionArchive(folder.resolve("files"), folder.resolve("spool"));
        this.out = out;
        this.quiet = quiet;
    }

    /// What an entry said over versions, from the first to the last that has it so.
    private static final class Row {
        private final String hash;
        private final Set<String> imos;
        private final int from;
        private int to = Integer.MAX_VALUE;

        private Row(String hash, Set<String> imos, int from) {
            this.hash = hash;
            this.imos = imos;
            this.from = from;
        }
    }

    /// False when anything differs from the independent count.
    public static boolean run(Path archive, boolean quiet, PrintStream out) {
        try {
            Path folder = Files.createTempDirectory("fairlead-list-replay-");
            try {
                return new ListReplay(folder, out, quiet).of(archive);
            } finally {
                PathUtils.deleteDirectory(folder);
            }
        } catch (IOException failure) {
            throw new Refusal("Not read: " + archive, failure);
        }
    }

    private boolean of(Path archive) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(
                                new BufferedInputStream(Files.newInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile() && entry.getName().endsWith(".csv")) {
                    take(entry.getName(), tar.readAllBytes());
                }
            }
        }
        readBack();
        return conclude();
    }

    private void take(String name, byte[] file) throws IOException {
        long start = cpuNanos();
        var reading = FileFormat.OFAC_CSV.reader().read(new ByteArrayInputStream(file));
        if (!(reading instanceof Reading.Read read)) {
            out.println(name + ": refused");
            return;
        }
        int number = shipsByVersion.size() + 1;
        int[] step = apply(read.listings(), number);
        readNanos += cpuNanos() - start;
        pack(file);
        int[] counted = count(file);
        boolean isSame = Arrays.equals(step, counted);
        differing += isSame ? 0 : 1;
        if (number > 1) {
            for (int i = 0; i < 3; i++) {
                totals[i] += step[i];
            }
        }
        if (!quiet) {
            out.printf(
                    Locale.ROOT,
                    "%3d %-28s %,6d entries  +%d ~%d -%d  %s%n",
                    number,
                    name.replaceFirst(".*/", ""),
                    read.listings().size(),
                    step[0],
                    step[1],
                    step[2],
                    isSame ? "as counted" : "COUNTED " + Arrays.toString(counted));
        }
        shipsByVersion.add(ships(file));
    }

    private int[] apply(List<Listing> listings, int number) {
        int[] step = new int[3];
        var gone = new HashSet<>(open.keySet());
        for (Listing listing : listings) {
            gone.remove(listing.sourceId());
            String hash = CanonicalListing.of(listing).hash();
            var known = open.get(listing.sourceId());
            if (known != null && known.hash.equals(hash)) {
                continue;
            }
            step[known == null ? 0 : 1]++;
            if (known != null) {
                known.to = number - 1;
            }
            var row = new Row(hash, Set.copyOf(listing.vessel().imos()), number);
            rows.add(row);
            open.put(listing.sourceId(), row);
        }
        step[2] = gone.size();
        for (String id : gone) {
            requireNonNull(open.remove(id)).to = number - 1;
        }
        return step;
    }

    private void pack(byte[] file) throws IOException {
        Path part = archive.newPart();
        try {
            Files.write(part, file);
            long start = cpuNanos();
            String sha256 = archive.keep(part, before).sha256();
            packNanos += cpuNanos() - start;
            raw += file.length;
            stored += archive.storedBytes(sha256);
            kept.add(sha256);
            before = sha256;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Every version read back from the archive, against the hash it is kept by.
    private void readBack() throws IOException {
        long start = cpuNanos();
        for (String sha256 : kept) {
            deepest = Math.max(deepest, archive.restsOn(sha256));
            try (var raw = archive.open(sha256)) {
                otherBytes += sha256(raw.readAllBytes()).equals(sha256) ? 0 : 1;
            }
        }
        unpackNanos = cpuNanos() - start;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of this thread, so that a busy machine does not lengthen it.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private int[] count(byte[] file) {
        var now = new HashMap<String, String>();
        for (String line : new String(file, StandardCharsets.US_ASCII).split("\r\n", -1)) {
            int comma = line.indexOf(',');
            if (comma > 0) {
                now.put(line.substring(0, comma), line);
            }
        }
        int[] step = new int[3];
        for (var line : now.entrySet()) {
            String then = linesBefore.get(line.getKey());
            if (then == null) {
                step[0]++;
            } else if (!then.equals(line.getValue())) {
                step[1]++;
            }
        }
        step[2] = (int) linesBefore.keySet().stream().filter(id -> !now.containsKey(id)).count();
        linesBefore = now;
        return step;
    }

    private static Set<String> ships(byte[] file) {
        return SHIP.matcher(new String(file, StandardCharsets.US_ASCII))
                .results()
                .map(match -> match.group(2))
                .collect(Collectors.toSet());
    }

    private boolean conclude() {
        long pairs = 0;
        long wrong = 0;
        var ever = new TreeSet<String>();
        shipsByVersion.forEach(ever::addAll);
        for (int number = 1; number <= shipsByVersion.size(); number++) {
            int at = number;
            var answered = new HashSet<String>();
            rows.stream()
                    .filter(row -> row.from <= at && row.to >= at)
                    .forEach(row -> answered.addAll(row.imos));
            var file = shipsByVersion.get(number - 1);
            for (String imo : ever) {
                pairs++;
                wrong += answered.contains(imo) == file.contains(imo) ? 0 : 1;
            }
        }
        out.printf(
                Locale.ROOT,
                "%d versions: %,d added, %,d changed, %,d removed after the first; steps that differ from the independent count: %d%n",
                shipsByVersion.size(),
                totals[0],
                totals[1],
                totals[2],
                differing);
        out.printf(
                Locale.ROOT,
                "ships on dates: %,d ships x %d files = %,d pairs, answered otherwise than the file of that date: %d%n",
                ever.size(),
                shipsByVersion.size(),
                pairs,
                wrong);
        out.printf(
                Locale.ROOT,
                "processor time: %.1f s to read, hash and compare, %.1f s to compress%n",
                readNanos / 1e9,
                packNanos / 1e9);
        out.printf(
                Locale.ROOT,
                "bytes: %,d raw, %,d kept (1 : %.0f); rows kept: %,d%n",
                raw,
                stored,
                (double) raw / stored,
                rows.size());
        out.printf(
                Locale.ROOT,
                "read back: %.1f ms a version, at most %d others to read one, with other bytes than were put in: %d%n",
                unpackNanos / 1e6 / kept.size(),
                deepest,
                otherBytes);
        return differing == 0 && wrong == 0 && otherBytes == 0;
    }
}
