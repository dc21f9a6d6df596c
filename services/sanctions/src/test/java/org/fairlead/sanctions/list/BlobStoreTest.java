package org.fairlead.sanctions.list;

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

class BlobStoreTest {

    @TempDir Path directory;

    private static BlobStore.Blob keep(BlobStore store, byte[] bytes, @Nullable String before)
            throws IOException {
        Path part = store.newPart();
        Files.write(part, bytes);
        return store.keep(part, before);
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
    void everyOfFortyVersionsIsGivenBackByteForByteAndCostsLittle() throws IOException {
        var store = new BlobStore(directory);
        var kept = new ArrayList<BlobStore.Blob>();
        for (int number = 0; number < 40; number++) {
            String before = kept.isEmpty() ? null : kept.getLast().sha256();
            kept.add(keep(store, version(number), before));
        }

        long later = 0;
        for (int number = 0; number < 40; number++) {
            try (InputStream raw = store.open(kept.get(number).sha256())) {
                assertThat(raw.readAllBytes()).isEqualTo(version(number));
            }
            later += number == 0 ? 0 : store.storedBytes(kept.get(number).sha256());
        }
        assertThat(later / 39).isLessThan(store.storedBytes(kept.getFirst().sha256()) / 20);
    }

    @Test
    void aVersionWhosePredecessorIsNotThereIsKeptWhole() throws IOException {
        var store = new BlobStore(directory);

        var blob = keep(store, version(1), "a".repeat(64));

        try (InputStream raw = store.open(blob.sha256())) {
            assertThat(raw.readAllBytes()).isEqualTo(version(1));
        }
    }

    @Test
    void theSameBytesAgainAreTheSameFile() throws IOException {
        var store = new BlobStore(directory);
        var first = keep(store, version(1), null);
        var second = keep(store, version(2), first.sha256());

        assertThat(keep(store, version(1), second.sha256())).isEqualTo(first);
        try (InputStream raw = store.open(second.sha256())) {
            assertThat(raw.readAllBytes()).isEqualTo(version(2));
        }
    }

    @Test
    void anEmptyFileIsKeptToo() throws IOException {
        var store = new BlobStore(directory);
        var empty = keep(store, new byte[0], null);

        var next = keep(store, version(1), empty.sha256());

        try (InputStream raw = store.open(next.sha256())) {
            assertThat(raw.readAllBytes()).isEqualTo(version(1));
        }
    }
}
