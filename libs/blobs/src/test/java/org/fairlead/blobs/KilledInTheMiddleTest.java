package org.fairlead.blobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of a process that keeps blobs, at any moment.
class KilledInTheMiddleTest {

    private static final int KILLS = 8;

    @TempDir Path directory;

    @Test
    void leavesEveryBlobWholeOrAbsentAndEveryUploadRepeatable() throws Exception {
        Path root = directory.resolve("kept");
        var random = new Random(20260101);
        long next = 0;
        long kept = -1;
        for (int kill = 0; kill < KILLS; kill++) {
            long[] told = killed(root, next, 1 + random.nextInt(6), random.nextInt(4_000_000));
            kept = Math.max(kept, told[0]);
            next = told[1];

            // Whatever has a name holds all of its bytes: nobody ever sees half of one.
            assertThat(blobs(root)).allSatisfy(KilledInTheMiddleTest::assertWhole);
        }

        try (var store = new DirectoryBlobStore(root)) {
            assertThat(root.resolve("incoming")).isEmptyDirectory();
            for (long number = 0; number <= next; number++) {
                byte[] content = KilledWriter.content(number);
                BlobKey key = KilledWriter.keyOf(content);
                if (number <= kept) {
                    assertThat(store.size(key)).as("told as kept").hasValue(content.length);
                }
                Path again = Files.write(directory.resolve("again"), content);
                store.put(key, again);
                try (var in = store.open(key, 0, content.length).orElseThrow()) {
                    assertThat(in.readAllBytes()).isEqualTo(content);
                }
            }
        }
        assertThat(blobs(root))
                .hasSize((int) next + 1)
                .allSatisfy(KilledInTheMiddleTest::assertWhole);
    }

    /// Starts a writer and kills it some way into a blob.
    ///
    /// @return the last number told as kept, and the last one it had begun
    private long[] killed(Path root, long from, int blobs, int spins) throws Exception {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledWriter.class.getName(),
                                root.toString(),
                                directory.toString(),
                                Long.toString(from))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long kept = -1;
        long begun = from;
        try (var out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            for (int sent = 0; line != null; line = out.readLine()) {
                long number = Long.parseLong(line.substring(line.indexOf(' ') + 1));
                if (line.startsWith("kept")) {
                    kept = number;
                } else {
                    begun = number;
                    if (++sent == blobs) {
                        spin(spins);
                        // By its handle: the process itself would close what it still has to say.
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        }
        process.waitFor();
        return new long[] {kept, begun};
    }

    /// A little of a blob's time, another little at each kill.
    private static void spin(int times) {
        for (int at = 0; at < times; at++) {
            Thread.onSpinWait();
        }
    }

    private static List<Path> blobs(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(root.resolve("incoming")))
                    .toList();
        }
    }

    private static void assertWhole(Path blob) {
        try {
            assertThat(KilledWriter.keyOf(Files.readAllBytes(blob)).sha256())
                    .isEqualTo(String.valueOf(blob.getFileName()));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }
}
