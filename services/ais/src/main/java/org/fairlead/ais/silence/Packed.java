package org.fairlead.ais.silence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fairlead.ais.memory.SourceNames;

/// Numbers and texts in few bytes: zigzag varints, and each text once.
final class Packed {

    private Packed() {}

    static final class Out {
        private byte[] bytes = new byte[512];
        private int size;
        private final List<String> texts = new ArrayList<>();

        private void put(int value) {
            if (size == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * size);
            }
            bytes[size++] = (byte) value;
        }

        void number(long value) {
            long rest = (value << 1) ^ (value >> 63);
            while ((rest & ~0x7FL) != 0) {
                put((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            put((int) rest);
        }

        void flag(boolean value) {
            put(value ? 1 : 0);
        }

        void fixed64(long value) {
            for (int shift = 56; shift >= 0; shift -= 8) {
                put((int) (value >>> shift));
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
            if (size + all.length > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * size, size + all.length));
            }
            System.arraycopy(all, 0, bytes, size, all.length);
            size += all.length;
        }

        byte[] toByteArray() {
            return Arrays.copyOf(bytes, size);
        }
    }

    static final class In {
        private final byte[] bytes;
        private int at;
        private final List<String> texts = new ArrayList<>();

        In(byte[] all) {
            bytes = all;
        }

        private int next() {
            if (at == bytes.length) {
                throw new IllegalArgumentException("state is cut short");
            }
            return bytes[at++] & 0xFF;
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
            var text = SourceNames.kept(new String(bytes(), StandardCharsets.UTF_8));
            texts.add(text);
            return text;
        }

        byte[] bytes() {
            int length = count();
            if (length < 0 || length > bytes.length - at) {
                throw new IllegalArgumentException("state is cut short");
            }
            byte[] all = Arrays.copyOfRange(bytes, at, at + length);
            at += length;
            return all;
        }

        boolean hasMore() {
            return at < bytes.length;
        }
    }
}
