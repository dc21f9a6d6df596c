package org.fairlead.ais.silence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Numbers and texts in few bytes: zigzag varints, and each text once.
final class Packed {

    private Packed() {}

    static final class Out {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        private final List<String> texts = new ArrayList<>();

        void number(long value) {
            long rest = (value << 1) ^ (value >> 63);
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }

        void flag(boolean value) {
            bytes.write(value ? 1 : 0);
        }

        void fixed64(long value) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                bytes.write((int) (value >>> shift));
            }
        }

        /// The number it has had before, or a new one and its bytes.
        void text(String text) {
            int known = texts.indexOf(text);
            number(known < 0 ? texts.size() : known);
            if (known < 0) {
                texts.add(text);
                bytes(text.getBytes(StandardCharsets.UTF_8));
            }
        }

        void bytes(byte[] all) {
            number(all.length);
            bytes.writeBytes(all);
        }

        byte[] toByteArray() {
            return bytes.toByteArray();
        }
    }

    static final class In {
        private final ByteArrayInputStream bytes;
        private final List<String> texts = new ArrayList<>();

        In(byte[] all) {
            bytes = new ByteArrayInputStream(all);
        }

        private int next() {
            int b = bytes.read();
            if (b < 0) {
                throw new IllegalArgumentException("state is cut short");
            }
            return b;
        }

        long number() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                int b = next();
                value |= (long) (b & 0x7F) << shift;
                if (b < 0x80) {
                    return (value >>> 1) ^ -(value & 1);
                }
            }
            throw new IllegalArgumentException("number longer than ten bytes");
        }

        int count() {
            return Math.toIntExact(number());
        }

        boolean flag() {
            return next() != 0;
        }

        long fixed64() {
            long value = 0;
            for (int i = 0; i < 8; i++) {
                value = value << 8 | next();
            }
            return value;
        }

        String text() {
            int index = count();
            if (index < texts.size()) {
                return texts.get(index);
            }
            var text = new String(bytes(), StandardCharsets.UTF_8);
            texts.add(text);
            return text;
        }

        byte[] bytes() {
            byte[] all = new byte[count()];
            for (int i = 0; i < all.length; i++) {
                all[i] = (byte) next();
            }
            return all;
        }

        boolean hasMore() {
            return bytes.available() > 0;
        }
    }
}
