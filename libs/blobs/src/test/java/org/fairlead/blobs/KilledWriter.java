package org.fairlead.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/// A process of its own that keeps one blob after the other and says of each that it is kept, until
/// somebody kills it.
final class KilledWriter {

    private static final int SIZE = 6_000_000;

    private KilledWriter() {}

    /// @param arguments the store's directory, a directory for the files, the first number
    public static void main(String[] arguments) throws IOException {
        var files = Path.of(arguments[1]);
        try (var store = new DirectoryBlobStore(Path.of(arguments[0]))) {
            for (long number = Long.parseLong(arguments[2]); ; number++) {
                byte[] content = content(number);
                Path file = Files.write(files.resolve("sent-" + number), content);
                System.out.println("sends " + number);
                store.put(keyOf(content), file);
                System.out.println("kept " + number);
                Files.delete(file);
            }
        }
    }

    static byte[] content(long number) {
        byte[] content = new byte[SIZE];
        new Random(number).nextBytes(content);
        return content;
    }

    static BlobKey keyOf(byte[] content) {
        try {
            return new BlobKey(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
