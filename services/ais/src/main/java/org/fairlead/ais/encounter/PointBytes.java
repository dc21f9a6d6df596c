package org.fairlead.ais.encounter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.fairlead.ais.memory.SourceNames;

/// Points as bytes, in notes and in states: as [DataOutputStream] writes them, without its detours,
/// for a note is written and read for each ship, ten minutes and cell.
///
/// ```
/// int mmsi | long slot | double latitude | double longitude | double knots | byte flags | UTF source
/// ```
final class PointBytes {

    private static final int FIXED = 4 + 8 + 3 * 8 + 1;
    private static final int FISHING = 1;
    private static final int SYNTHETIC = 2;

    private PointBytes() {}

    /// Room for a point in [ByteBuffer]s.
    static int size(Point point) {
        return FIXED + 2 + 3 * point.source().length();
    }

    /// @throws BufferOverflowException with less room than [#size] says
    static void write(Point point, ByteBuffer out) {
        out.putInt(point.mmsi())
                .putLong(point.slot())
                .putDouble(point.latitudeDegrees())
                .putDouble(point.longitudeDegrees())
                .putDouble(point.speedKnots())
                .put(
                        (byte)
                                ((point.isFishing() ? FISHING : 0)
                                        | (point.synthetic() ? SYNTHETIC : 0)));
        byte[] source = utf(point.source());
        out.putShort((short) source.length).put(source);
    }

    /// The slot of a point that begins at a place.
    static long slot(ByteBuffer in, int at) {
        return in.getLong(at + Integer.BYTES);
    }

    /// What was written, and no more.
    static byte[] written(ByteBuffer out) {
        return Arrays.copyOf(out.array(), out.position());
    }

    /// Many points follow on each other, mostly of the same source.
    static final class Reader {

        private final ByteBuffer in;
        private byte[] sourceBytes = {};
        private String source = "";

        Reader(ByteBuffer in) {
            this.in = in;
        }

        /// @throws BufferUnderflowException where the bytes end too early
        Point next() {
            int mmsi = in.getInt();
            long slot = in.getLong();
            double latitude = in.getDouble();
            double longitude = in.getDouble();
            double knots = in.getDouble();
            int flags = in.get();
            return new Point(
                    mmsi,
                    slot,
                    latitude,
                    longitude,
                    knots,
                    (flags & FISHING) != 0,
                    (flags & SYNTHETIC) != 0,
                    source());
        }

        private String source() {
            int length = Short.toUnsignedInt(in.getShort());
            if (length > in.remaining()) {
                throw new BufferUnderflowException();
            }
            int from = in.arrayOffset() + in.position();
            if (!Arrays.equals(
                    in.array(), from, from + length, sourceBytes, 0, sourceBytes.length)) {
                sourceBytes = Arrays.copyOfRange(in.array(), from, from + length);
                source = SourceNames.kept(text(sourceBytes));
            }
            in.position(in.position() + length);
            return source;
        }
    }

    /// Of ASCII, which nearly all names are, this is the text itself.
    private static byte[] utf(String text) {
        if (text.chars().allMatch(PointBytes::isPlain)) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        byte[] all = bytes.toByteArray();
        return Arrays.copyOfRange(all, 2, all.length);
    }

    private static String text(byte[] utf) {
        boolean isPlain = true;
        for (byte one : utf) {
            isPlain &= isPlain(one);
        }
        if (isPlain) {
            return new String(utf, StandardCharsets.US_ASCII);
        }
        var withLength = ByteBuffer.allocate(2 + utf.length).putShort((short) utf.length).put(utf);
        try (var in = new DataInputStream(new ByteArrayInputStream(withLength.array()))) {
            return in.readUTF();
        } catch (IOException damaged) {
            throw new UncheckedIOException("name of a source is damaged", damaged);
        }
    }

    private static boolean isPlain(int one) {
        return one > 0 && one < 0x80;
    }
}
