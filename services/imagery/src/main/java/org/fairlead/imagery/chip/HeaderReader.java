package org.fairlead.imagery.chip;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads what kind of picture a file holds and how large it is, and decodes nothing: a few
/// kilobytes can stand for gigabytes of pixels.
///
/// Layouts: PNG (ISO/IEC 15948 §11.2.2), JPEG (ITU-T T.81 annex B), WebP (RFC 9649), TIFF 6.0 §2.
final class HeaderReader {

    private static final String NOT_TAKEN =
            "Not a picture that is taken: send a PNG, JPEG, WebP or TIFF.";
    private static final String CUT = "The picture's header is cut off or damaged.";
    private static final int MOST_SEGMENTS = 10_000;

    private final RandomAccessFile file;

    HeaderReader(RandomAccessFile file) {
        this.file = file;
    }

    Header read() throws IOException {
        ByteBuffer start = bytes(0, 30);
        if (start.limit() < 8) {
            return new Header.Unknown(NOT_TAKEN);
        }
        long first = start.getLong(0);
        if (first == 0x8950_4E47_0D0A_1A0AL) {
            return png(start);
        }
        if ((first >>> 40) == 0xFFD8FFL) {
            return jpeg();
        }
        if (text(start, 0).equals("RIFF") && start.limit() >= 12 && text(start, 8).equals("WEBP")) {
            return webp(start);
        }
        int order = (int) (first >>> 32);
        if (order == 0x49492A00 || order == 0x4D4D002A) {
            return tiff(order == 0x49492A00 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        }
        return new Header.Unknown(NOT_TAKEN);
    }

    private static String text(ByteBuffer from, int at) {
        return new String(from.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private static Header picture(PictureKind kind, long width, long height) {
        return width > 0 && height > 0
                ? new Header.Picture(kind, width, height)
                : new Header.Unknown(CUT);
    }

    private static Header png(ByteBuffer start) {
        return start.limit() < 24 || !text(start, 12).equals("IHDR")
                ? new Header.Unknown(CUT)
                : picture(
                        PictureKind.PNG,
                        start.getInt(16) & 0xFFFF_FFFFL,
                        start.getInt(20) & 0xFFFF_FFFFL);
    }

    /// From segment to segment until one that begins a frame.
    private Header jpeg() throws IOException {
        long at = 2;
        for (int segment = 0; segment < MOST_SEGMENTS; segment++) {
            ByteBuffer head = bytes(at, 9);
            if (head.limit() < 4 || head.get(0) != (byte) 0xFF) {
                return new Header.Unknown(CUT);
            }
            int marker = head.get(1) & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            boolean beginsFrame =
                    marker >= 0xC0
                            && marker <= 0xCF
                            && marker != 0xC4
                            && marker != 0xC8
                            && marker != 0xCC;
            if (beginsFrame) {
                return head.limit() < 9
                        ? new Header.Unknown(CUT)
                        : picture(
                                PictureKind.JPEG,
                                head.getShort(7) & 0xFFFF,
                                head.getShort(5) & 0xFFFF);
            }
            at += 2 + (head.getShort(2) & 0xFFFF);
        }
        return new Header.Unknown(CUT);
    }

    private static Header webp(ByteBuffer start) {
        if (start.limit() < 30) {
            return new Header.Unknown(CUT);
        }
        start.order(ByteOrder.LITTLE_ENDIAN);
        return switch (text(start, 12)) {
            case "VP8X" ->
                    picture(
                            PictureKind.WEBP,
                            1 + (start.getInt(24) & 0xFF_FFFF),
                            1 + (start.getInt(26) >>> 8 & 0xFF_FFFF));
            case "VP8 " ->
                    picture(
                            PictureKind.WEBP,
                            start.getShort(26) & 0x3FFF,
                            start.getShort(28) & 0x3FFF);
            case "VP8L" -> {
                int packed = start.getInt(21);
                yield picture(
                        PictureKind.WEBP, 1 + (packed & 0x3FFF), 1 + (packed >>> 14 & 0x3FFF));
            }
            default -> new Header.Unknown(CUT);
        };
    }

    /// Tags 256 and 257 of every directory: the largest page counts.
    private Header tiff(ByteOrder order) throws IOException {
        long at = bytes(4, 4).order(order).getInt(0) & 0xFFFF_FFFFL;
        long width = 0;
        long height = 0;
        for (int page = 0; at != 0; page++) {
            ByteBuffer count = bytes(at, 2).order(order);
            if (count.limit() < 2 || page > 1_000) {
                return new Header.Unknown(CUT);
            }
            int tags = count.getShort(0) & 0xFFFF;
            ByteBuffer table = bytes(at + 2, 12 * tags + 4).order(order);
            if (table.limit() < 12 * tags + 4) {
                return new Header.Unknown(CUT);
            }
            for (int tag = 0; tag < tags; tag++) {
                long value = value(table, 12 * tag);
                switch (table.getShort(12 * tag) & 0xFFFF) {
                    case 256 -> width = Math.max(width, value);
                    case 257 -> height = Math.max(height, value);
                    default -> {
                        // says nothing of the size
                    }
                }
            }
            at = table.getInt(12 * tags) & 0xFFFF_FFFFL;
        }
        return picture(PictureKind.TIFF, width, height);
    }

    private static long value(ByteBuffer table, int entry) {
        boolean isShort = table.getShort(entry + 2) == 3;
        return isShort
                ? table.getShort(entry + 8) & 0xFFFF
                : table.getInt(entry + 8) & 0xFFFF_FFFFL;
    }

    /// As many as there are.
    private ByteBuffer bytes(long at, int most) throws IOException {
        long there = Math.max(0, Math.min(most, file.length() - at));
        byte[] read = new byte[(int) there];
        file.seek(at);
        file.readFully(read);
        return ByteBuffer.wrap(read);
    }
}
