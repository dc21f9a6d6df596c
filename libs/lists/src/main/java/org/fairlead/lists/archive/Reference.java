package org.fairlead.lists.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Names the dictionary of a kept file, in a skippable frame before the compressed one (RFC 8878
/// §3.1.2), so that any zstd reads the file when it is given the dictionary.
///
/// ```
/// 50 2A 4D 18 | 33 as u32 | place u8 | SHA-256 of the dictionary, 32 bytes
/// ```
///
/// @param place of the file in its [Chain]
record Reference(int place, String sha256) {

    private static final byte[] FRAME = {0x50, 0x2A, 0x4D, 0x18, 33, 0, 0, 0};
    private static final int BYTES = FRAME.length + 33;

    void writeTo(OutputStream file) throws IOException {
        file.write(FRAME);
        file.write(place);
        file.write(HexFormat.of().parseHex(sha256));
    }

    /// Reads past it; absent, and nothing read, where the file has none.
    static @Nullable Reference readFrom(BufferedInputStream file) throws IOException {
        file.mark(BYTES);
        byte[] header = file.readNBytes(BYTES);
        if (header.length < BYTES
                || !Arrays.equals(header, 0, FRAME.length, FRAME, 0, FRAME.length)) {
            file.reset();
            return null;
        }
        return new Reference(
                header[FRAME.length] & 0xff,
                HexFormat.of().formatHex(header, FRAME.length + 1, BYTES));
    }
}
