package org.fairlead.ais.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.fairlead.contracts.frame.SourceClass;
import org.jspecify.annotations.Nullable;

/// One archived file: an upload, or one recording of a feed.
///
/// @param sequence place in the chain of its instance, from 1
/// @param previous hash of the entry before; 64 zeros for the first
/// @param hash of the entry before and of everything here: whoever changes a file, a field or the
///   order breaks every hash behind it
public record ArchiveEntry(
        long sequence,
        Item item,
        String file,
        long storedBytes,
        String sha256,
        String previous,
        String hash) {

    static final String FIRST = "0".repeat(64);

    /// What was archived.
    ///
    /// @param kind `upload` or `feed`
    /// @param subject the job or the feed
    /// @param part number of the recording; 0 for an upload
    /// @param from time of its earliest fix; absent without one
    public record Item(
            String kind,
            UUID subject,
            long part,
            String source,
            SourceClass sourceClass,
            boolean synthetic,
            String receiver,
            @Nullable Instant startsAt,
            Instant submittedAt,
            @Nullable Instant from,
            @Nullable Instant to,
            long lines) {}

    static ArchiveEntry chained(
            long sequence,
            Item item,
            String file,
            long storedBytes,
            String sha256,
            String previous) {
        return new ArchiveEntry(
                sequence,
                item,
                file,
                storedBytes,
                sha256,
                previous,
                hash(sequence, item, storedBytes, sha256, previous));
    }

    /// What the hash should be.
    String rightHash() {
        return hash(sequence, item, storedBytes, sha256, previous);
    }

    private static String hash(
            long sequence, Item item, long storedBytes, String sha256, String previous) {
        var text =
                String.join(
                        "\n",
                        previous,
                        Long.toString(sequence),
                        item.kind(),
                        item.subject().toString(),
                        Long.toString(item.part()),
                        item.source(),
                        item.sourceClass().code(),
                        Boolean.toString(item.synthetic()),
                        item.receiver(),
                        String.valueOf(item.startsAt()),
                        item.submittedAt().toString(),
                        Long.toString(item.lines()),
                        Long.toString(storedBytes),
                        sha256);
        return HexFormat.of().formatHex(newSha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
