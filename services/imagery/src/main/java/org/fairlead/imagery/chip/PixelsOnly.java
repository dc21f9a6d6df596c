package org.fairlead.imagery.chip;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Copies a picture without anything that is not pixels or how to read them: no EXIF, no XMP, no
/// comments, no profiles, nothing behind its end. Decodes nothing.
final class PixelsOnly {

    private static final Set<String> PNG_KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs");
    private static final Set<String> WEBP_KEPT =
            Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF");

    private PixelsOnly() {}

    /// @throws IOException also where the picture is not whole; what was written till then is
    ///   pixels only
    static void copy(PictureKind kind, InputStream picture, OutputStream out) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(picture, 64 * 1024));
        switch (kind) {
            case PNG -> png(in, new DataOutputStream(out));
            case JPEG -> jpeg(in, new DataOutputStream(out));
            case WEBP -> webp(in, out);
            case TIFF -> throw new IllegalArgumentException("a TIFF is not shown");
        }
    }

    private static void png(DataInputStream in, DataOutputStream out) throws IOException {
        out.writeLong(in.readLong());
        String name = "";
        while (!name.equals("IEND")) {
            int length = in.readInt();
            byte[] type = in.readNBytes(4);
            name = new String(type, StandardCharsets.ISO_8859_1);
            if (length < 0 || type.length < 4) {
                throw new EOFException("PNG chunk");
            }
            long body = length + 4L;
            if (PNG_KEPT.contains(name)) {
                out.writeInt(length);
                out.write(type);
                pass(in, out, body);
            } else {
                in.skipNBytes(body);
            }
        }
    }

    /// JFIF (APP0) and Adobe's (APP14), which says how colours are coded, are kept of the
    /// application segments.
    private static void jpeg(DataInputStream in, DataOutputStream out) throws IOException {
        out.writeShort(in.readUnsignedShort());
        int marker = marker(in);
        while (marker != 0xD9) {
            int length = in.readUnsignedShort();
            if (length < 2) {
                throw new IOException("JPEG segment of length " + length);
            }
            boolean isLeftOut =
                    marker == 0xFE
                            || marker >= 0xE0 && marker <= 0xEF && marker != 0xE0 && marker != 0xEE;
            if (isLeftOut) {
                in.skipNBytes(length - 2L);
            } else {
                out.writeByte(0xFF);
                out.writeByte(marker);
                out.writeShort(length);
                pass(in, out, length - 2L);
            }
            marker = marker == 0xDA ? scan(in, out) : marker(in);
        }
        out.writeShort(0xFFD9);
    }

    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw new IOException("JPEG without a marker where one belongs");
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }

    /// Entropy-coded data up to the next marker that is no restart and no stuffed byte.
    private static int scan(DataInputStream in, DataOutputStream out) throws IOException {
        while (true) {
            int value = in.readUnsignedByte();
            if (value != 0xFF) {
                out.writeByte(value);
                continue;
            }
            int next = in.readUnsignedByte();
            while (next == 0xFF) {
                next = in.readUnsignedByte();
            }
            if (next != 0 && (next < 0xD0 || next > 0xD7)) {
                return next;
            }
            out.writeByte(0xFF);
            out.writeByte(next);
        }
    }

    /// The length in front counts what follows, so the picture is read twice as long as it is
    /// small: WebP files are, and the bound on a picture holds.
    private static void webp(DataInputStream in, OutputStream out) throws IOException {
        byte[] all = in.readAllBytes();
        if (all.length < 12) {
            throw new EOFException("WebP header");
        }
        var from = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        var kept = new java.io.ByteArrayOutputStream(all.length);
        kept.write(all, 0, 12);
        int at = 12;
        while (at + 8 <= all.length) {
            String name = new String(all, at, 4, StandardCharsets.ISO_8859_1);
            long length = from.getInt(at + 4) & 0xFFFF_FFFFL;
            long next = at + 8 + length + (length & 1);
            if (next > all.length || name.equals("VP8X") && length < 10) {
                throw new EOFException("WebP chunk");
            }
            if (name.equals("VP8X")) {
                // Flags: ICC profile 0x20, EXIF 0x08, XMP 0x04.
                all[at + 8] &= ~0x2C;
            }
            if (WEBP_KEPT.contains(name)) {
                kept.write(all, at, (int) (next - at));
            }
            at = (int) next;
        }
        byte[] result = kept.toByteArray();
        ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN).putInt(4, result.length - 8);
        out.write(result);
    }

    private static void pass(DataInputStream in, OutputStream out, long length) throws IOException {
        byte[] chunk = new byte[(int) Math.min(64 * 1024, Math.max(1, length))];
        for (long left = length; left > 0; ) {
            int got = in.read(chunk, 0, (int) Math.min(chunk.length, left));
            if (got < 0) {
                throw new EOFException();
            }
            out.write(chunk, 0, got);
            left -= got;
        }
    }
}
