package org.fairlead.proof.bag;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.OptionalLong;

/// Packs the content of a ZIP once more and holds the two against each other: a flipped byte in
/// what a ZIP says of its files, and not in the files, is found as well.
public final class Packing {

    private Packing() {}

    /// @param files what was read from the ZIP, by their names in it
    /// @return the first byte that is not as the platform writes it, counted from 0
    public static OptionalLong firstDifference(Content zip, Map<String, Content> files)
            throws IOException {
        try (var in = new BufferedInputStream(zip.open())) {
            var comparing = new Comparing(in);
            ReproducibleZip.write(files, comparing);
            comparing.end();
            return OptionalLong.empty();
        } catch (Differs differs) {
            return OptionalLong.of(differs.at);
        }
    }

    private static final class Differs extends IOException {
        private static final long serialVersionUID = 1L;

        private final long at;

        Differs(long at) {
            super("differs at byte " + at);
            this.at = at;
        }
    }

    private static final class Comparing extends OutputStream {

        private final InputStream expected;
        private long at;

        Comparing(InputStream expected) {
            this.expected = expected;
        }

        @Override
        public void write(int one) throws IOException {
            if (expected.read() != (one & 0xff)) {
                throw new Differs(at);
            }
            at++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int i = from; i < from + length; i++) {
                write(bytes[i]);
            }
        }

        void end() throws IOException {
            if (expected.read() >= 0) {
                throw new Differs(at);
            }
        }
    }
}
