package org.fairlead.imagery.chip;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Small pictures made here.
final class Pictures {

    static final String SCRIPT = "<script>alert(document.cookie)</script>";

    private Pictures() {}

    static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x * 5 << 16 | y * 7 << 8 | (x + y) & 0xFF);
            }
        }
        return image;
    }

    static byte[] of(String format, int width, int height) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image(width, height), format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return out.toByteArray();
    }

    /// A JPEG whose EXIF, comment and tail each hold a script.
    static byte[] jpegWithScripts(int width, int height) {
        byte[] plain = of("jpeg", width, height);
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        byte[] exif = ("Exif\0\0II*\0" + SCRIPT).getBytes(StandardCharsets.ISO_8859_1);
        for (int marker : new int[] {0xE1, 0xFE, 0xED}) {
            out.write(0xFF);
            out.write(marker);
            out.write(exif.length + 2 >> 8);
            out.write(exif.length + 2);
            out.writeBytes(exif);
        }
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(SCRIPT.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    /// A PNG with a text chunk that holds a script, and one behind its end.
    static byte[] pngWithScripts(int width, int height) {
        byte[] plain = of("png", width, height);
        var out = new ByteArrayOutputStream();
        // Signature and IHDR are 33 bytes.
        out.write(plain, 0, 33);
        out.writeBytes(chunk("tEXt", ("Comment\0" + SCRIPT).getBytes(StandardCharsets.ISO_8859_1)));
        out.write(plain, 33, plain.length - 33);
        out.writeBytes(SCRIPT.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    /// 67 bytes that announce any size.
    static byte[] pngAnnouncing(int width, int height) {
        byte[] png = of("png", 1, 1);
        java.nio.ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        return png;
    }

    private static byte[] chunk(String type, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        var crc = new CRC32();
        crc.update(type.getBytes(StandardCharsets.ISO_8859_1));
        crc.update(content);
        try {
            out.writeInt(content.length);
            out.writeBytes(type);
            out.write(content);
            out.writeInt((int) crc.getValue());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        return bytes.toByteArray();
    }
}
