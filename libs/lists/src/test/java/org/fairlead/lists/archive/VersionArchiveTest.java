package org.fairlead.lists.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionArchiveTest {

    @TempDir Path directory;

    private static VersionArchive.Kept keep(
            VersionArchive store, byte[] bytes, @Nullable String before) throws IOException {
        Path part = store.newPart();
        Files.write(part, bytes);
        return store.keep(part, before);
    }

    private VersionArchive archive() {
        return new VersionArchive(directory.resolve("files"), directory.resolve("spool"));
    }

    /// Rows that do not compress by themselves, of which one changes with each version.
    private static byte[] version(int number) {
        var random = new Random(1);
        var text = new StringBuilder();
        for (int row = 0; row < 3_000; row++) {
            long value = random.nextLong();
            text.append(row).append(',').append(row < number ? value + 1 : value).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void everyOfSeventyVersionsIsGivenBackByteForByteAndCostsWhatChanged() throws IOException {
        var store = archive();
        var kept = new ArrayList<VersionArchive.Kept>();
        for (int number = 0; number < 70; number++) {
            String before = kept.isEmpty() ? null : kept.getLast().sha256();
            kept.add(keep(store, version(number), before));
        }

        long later = 0;
        for (int number = 0; number < 70; number++) {
            try (InputStream raw = store.open(kept.get(number).sha256())) {
                assertThat(raw.readAllBytes()).isEqualTo(version(number));
            }
            later += number == 0 ? 0 : store.storedBytes(kept.get(number).sha256());
        }
        assertThat(later / 69).isLessThan(200);
    }

    @Test
    void readingOneReadsSeventeenOthersAtMostAndTheNextChainBeginsAnew() throws IOException {
        var store = archive();
        String last = keep(store, "first".getBytes(StandardCharsets.US_ASCII), null).sha256();
        int deepest = 0;
        for (int number = 1; number <= Chain.LENGTH; number++) {
            byte[] bytes = (number + " of a list").getBytes(StandardCharsets.US_ASCII);
            last = keep(store, bytes, last).sha256();
            deepest = Math.max(deepest, store.restsOn(last));
            try (InputStream raw = store.open(last)) {
                assertThat(raw.readAllBytes()).isEqualTo(bytes);
            }
        }

        assertThat(deepest).isEqualTo(Chain.DEEPEST);
        assertThat(store.restsOn(last)).isZero();
    }

    @Test
    void aVersionWhosePredecessorIsNotThereIsKeptWhole() throws IOException {
        var store = archive();

        var blob = keep(store, version(1), "a".repeat(64));

        try (InputStream raw = store.open(blob.sha256())) {
            assertThat(raw.readAllBytes()).isEqualTo(version(1));
        }
    }

    @Test
    void theSameBytesAgainAreTheSameFile() throws IOException {
        var store = archive();
        var first = keep(store, version(1), null);
        var second = keep(store, version(2), first.sha256());

        assertThat(keep(store, version(1), second.sha256())).isEqualTo(first);
        try (InputStream raw = store.open(second.sha256())) {
            assertThat(raw.readAllBytes()).isEqualTo(version(2));
        }
    }

    @Test
    void anEmptyFileIsKeptToo() throws IOException {
        var store = archive();
        var empty = keep(store, new byte[0], null);

        var next = keep(store, version(1), empty.sha256());

        try (InputStream raw = store.open(next.sha256())) {
            assertThat(raw.readAllBytes()).isEqualTo(version(1));
        }
    }
}
