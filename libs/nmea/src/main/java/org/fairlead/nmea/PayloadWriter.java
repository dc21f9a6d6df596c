package org.fairlead.nmea;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Bits of a message being written, most significant first.
final class PayloadWriter {

    private final BitSet set = new BitSet();
    private int size;

    int size() {
        return size;
    }

    /// The lowest `width` bits of a number; two's complement needs nothing more.
    PayloadWriter number(int value, int width) {
        for (var bit = width - 1; bit >= 0; bit--) {
            set.set(size++, (value >>> bit & 1) == 1);
        }
        return this;
    }

    PayloadWriter flag(boolean value) {
        return number(value ? 1 : 0, 1);
    }

    PayloadWriter zeros(int width) {
        size += width;
        return this;
    }

    /// Six-bit text padded with `@`; letters become capitals, what six bits cannot say becomes a
    /// blank, what does not fit is cut.
    PayloadWriter text(@Nullable String text, int characters) {
        for (var i = 0; i < characters; i++) {
            number(text == null || i >= text.length() ? 0 : six(text.charAt(i)), 6);
        }
        return this;
    }

    private static int six(char character) {
        var c = character >= 'a' && character <= 'z' ? character - 32 : character;
        if (c > 64 && c < 96) {
            return c - 64;
        }
        return c >= 32 && c < 64 ? c : ' ';
    }

    /// Armoured characters, the last one filled up with zeros.
    String armoured() {
        var out = new StringBuilder();
        for (var at = 0; at < size; at += 6) {
            var six = 0;
            for (var bit = 0; bit < 6; bit++) {
                six = six << 1 | (set.get(at + bit) ? 1 : 0);
            }
            out.append((char) (six < 40 ? six + 48 : six + 56));
        }
        return out.toString();
    }

    int fillBits() {
        return (6 - size % 6) % 6;
    }
}
