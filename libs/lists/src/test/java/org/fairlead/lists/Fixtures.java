package org.fairlead.lists;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.fairlead.lists.file.Recognition;

/// Files made by hand after the publishers' descriptions, read as a service would.
public final class Fixtures {

    private Fixtures() {}

    public static byte[] bytes(String name) {
        try (InputStream file = Fixtures.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /// Recognised by its content, then read.
    public static Reading read(byte[] file) {
        try {
            return Recognition.of(
                            Arrays.copyOf(file, Math.min(file.length, Recognition.HEAD_BYTES)))
                    .orElseThrow(() -> new AssertionError("not recognised"))
                    .reader()
                    .read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Reading read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    public static Reading.Read whole(byte[] file) {
        return switch (read(file)) {
            case Reading.Read read -> read;
            case Reading.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    public static String reason(String file) {
        return switch (read(file)) {
            case Reading.Read read -> throw new AssertionError("was read");
            case Reading.Refused refused -> refused.reason();
        };
    }

    public static Listing entry(Reading.Read file, String sourceId) {
        return file.listings().stream()
                .filter(listing -> listing.sourceId().equals(sourceId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no entry " + sourceId));
    }
}
