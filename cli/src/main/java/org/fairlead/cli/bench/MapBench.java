package org.fairlead.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.api.PlatformApi;

/// What the map of everybody's last position costs: a made world's ships are put into the platform,
/// and the tiles of each zoom that have most in them are asked for, drawn anew each time.
public final class MapBench {

    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int ROUNDS = 5;
    private static final int DEEPEST = 8;
    private static final int WIDEST_LISTED = 4;

    private final Running running;
    private final PrintStream out;

    public MapBench(PlatformApi api, PrintStream out) {
        running = new Running(api);
        this.out = out;
    }

    public void run(int ships, boolean isFilled) {
        if (!isFilled) {
            fill(ships);
        }
        out.printf("%-6s %-12s %12s %12s%n", "zoom", "tile", "bytes", "drawn in");
        try {
            Path file = Files.createTempFile("fairlead-tile", ".mvt");
            try {
                tiles(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new Refusal("A tile could not be written: " + failure.getMessage(), failure);
        }
    }

    private void fill(int ships) {
        String source = "bench-map-" + System.nanoTime();
        Path file = null;
        try {
            file = Files.createTempFile("fairlead-bench", ".nmea");
            var from = Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
            var traffic = Traffic.firstPositions(file, 1, ships, from);
            var start = Instant.now();
            String job = running.upload(traffic, source);
            Running.secondsUntil("the job", start, PATIENCE, () -> running.isDone(job));
            double seconds =
                    Running.secondsUntil(
                            traffic.positions() + " ships",
                            start,
                            PATIENCE,
                            () -> running.fixesOf(source) >= traffic.positions());
            // The map has them when they are merged into the tracks, seconds later.
            double shown =
                    Running.secondsUntil(
                            traffic.positions() + " ships on the map",
                            start,
                            PATIENCE,
                            () -> running.vessels() >= traffic.positions());
            out.printf(
                    Locale.ROOT,
                    "%,d ships in %.1f s (%,.0f/s), on the map after %.1f s%n",
                    traffic.positions(),
                    seconds,
                    traffic.positions() / seconds,
                    shown);
        } catch (IOException failure) {
            throw new Refusal("The ships could not be written.", failure);
        } finally {
            if (file != null && !file.toFile().delete()) {
                out.println("left behind: " + file);
            }
        }
    }

    private record Tile(int zoom, int x, int y, long bytes) {

        List<Tile> within() {
            return List.of(
                    new Tile(zoom + 1, 2 * x, 2 * y, 0),
                    new Tile(zoom + 1, 2 * x + 1, 2 * y, 0),
                    new Tile(zoom + 1, 2 * x, 2 * y + 1, 0),
                    new Tile(zoom + 1, 2 * x + 1, 2 * y + 1, 0));
        }
    }

    /// Of each zoom the largest: it lies in the large ones of the zoom before.
    private void tiles(Path file) throws IOException {
        var wide = List.of(new Tile(0, 0, 0, 0));
        for (int zoom = 0; zoom <= DEEPEST; zoom++) {
            var sized = new ArrayList<Tile>();
            for (Tile tile : wide) {
                sized.add(
                        new Tile(tile.zoom(), tile.x(), tile.y(), Files.size(get(tile, 0, file))));
            }
            sized.sort(Comparator.comparingLong(Tile::bytes).reversed());
            var largest = sized.getFirst();
            out.printf(
                    Locale.ROOT,
                    "%-6d %-12s %,12d %9.0f ms%n",
                    zoom,
                    largest.x() + "/" + largest.y(),
                    largest.bytes(),
                    median(largest, file));
            wide =
                    sized.subList(0, Math.min(WIDEST_LISTED, sized.size())).stream()
                            .flatMap(tile -> tile.within().stream())
                            .toList();
        }
    }

    private double median(Tile tile, Path file) {
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            var unused = get(tile, i + 1, file);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[ROUNDS / 2];
    }

    /// @param second of 1970, another one each time: tiles are kept by it for a moment
    private Path get(Tile tile, int second, Path file) {
        return running.api()
                .download(
                        "/api/ais/v1/tiles/%d/%d/%d.mvt?since=%s"
                                .formatted(
                                        tile.zoom(),
                                        tile.x(),
                                        tile.y(),
                                        Instant.ofEpochSecond(
                                                System.nanoTime() / 1_000_000_000 % 100_000 * 10
                                                        + second)),
                        "application/vnd.mapbox-vector-tile",
                        file);
    }
}
