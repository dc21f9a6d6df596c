package org.fairlead.cli.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.fairlead.bench.tracks.ReadPass;
import org.fairlead.bench.tracks.TrackFile;
import org.fairlead.bench.tracks.TrackSizes;
import org.fairlead.cli.Refusal;

/// How small tracks lie, and how fast they are read.
public final class TrackBench {

    private TrackBench() {}

    public static void run(List<Path> files, int fewest, PrintStream out) {
        if (!files.isEmpty()) {
            out.println(
                    "bytes a position; segment: all that is kept, headers and checksums included;"
                            + " further: each position but the first of its track, without"
                            + " message type and receivers, like the baselines beside it");
            out.printf(
                    "%-32s %8s %10s %8s %8s %8s %8s%n",
                    "file", "tracks", "positions", "segment", "further", "gorilla", "struct");
        }
        for (Path file : files) {
            var tracks = TrackFile.read(bytes(file)).values();
            print(out, "" + file.getFileName(), TrackSizes.of(tracks, 1));
            print(out, "  tracks of %d and more".formatted(fewest), TrackSizes.of(tracks, fewest));
        }
        var year = ReadPass.overAYear();
        out.printf(
                "one vessel, one year, %d positions: read %.1f ms, written %.1f ms of CPU"
                        + " (median of 9)%n",
                year.positions(), year.readMillis(), year.writeMillis());
    }

    private static void print(PrintStream out, String name, TrackSizes sizes) {
        out.printf(
                "%-32s %8d %10d %8.2f %8.2f %8.2f %8.2f%n",
                name,
                sizes.tracks(),
                sizes.positions(),
                sizes.segment(),
                sizes.further(),
                sizes.gorilla(),
                sizes.raw());
    }

    private static byte[] bytes(Path file) {
        try (var in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz")
                    ? new GZIPInputStream(in).readAllBytes()
                    : in.readAllBytes();
        } catch (NoSuchFileException missing) {
            throw new Refusal("There is no file " + file + ".");
        } catch (IOException unreadable) {
            throw new Refusal("The file " + file + " cannot be read: " + unreadable.getMessage());
        }
    }
}
