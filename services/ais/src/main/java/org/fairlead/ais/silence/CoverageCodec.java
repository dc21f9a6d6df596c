package org.fairlead.ais.silence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;

/// The bytes of when a source was on air.
final class CoverageCodec {

    private static final int COVERAGE_LAYOUT = 1;

    private CoverageCodec() {}

    static byte[] encode(Coverage coverage) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(COVERAGE_LAYOUT);
            out.writeShort(coverage.spans().size());
            for (Coverage.Span span : coverage.spans()) {
                out.writeLong(span.fromMillis());
                out.writeLong(span.toMillis());
            }
            out.writeShort(coverage.recordings().size());
            for (Coverage.Recording recording : coverage.recordings()) {
                out.writeUTF(recording.id());
                out.writeLong(recording.fromMillis());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Coverage decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readByte();
            if (layout != COVERAGE_LAYOUT) {
                throw new IOException("layout expected " + COVERAGE_LAYOUT + ", was " + layout);
            }
            var spans = new ArrayList<Coverage.Span>();
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                spans.add(new Coverage.Span(in.readLong(), in.readLong()));
            }
            var recordings = new ArrayList<Coverage.Recording>();
            for (int n = in.readUnsignedShort(); n > 0; n--) {
                recordings.add(new Coverage.Recording(in.readUTF(), in.readLong()));
            }
            return new Coverage(spans, recordings);
        } catch (IOException damaged) {
            throw new UncheckedIOException("coverage of a source is damaged", damaged);
        }
    }
}
