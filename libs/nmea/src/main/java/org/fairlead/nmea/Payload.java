package org.fairlead.nmea;

import java.util.Arrays;
import org.fairlead.nmea.field.Bits;

/// The bits of one AIS message, most significant first, as they were on the air.
///
/// Reused from message to message. Bits after the end read as zero, which is also the `@` that ends
/// a text, so a read can never leave the message; whether a message is long enough for its type is
/// decided once, by [MessageLength].
final class Payload implements Bits {

    /// Five slots, the longest transmission, carry 1,064 bits; some receivers append more.
    static final int MAX_BITS = 1_280;

    /// One more than the bits need, because a field's reader looks at the next word too.
    static final int MAX_WORDS = MAX_BITS / 64 + 1;

    /// What a message of two slots fits in.
    private static final int FEW_WORDS = 8;

    private static final byte[] SIX_BITS = sixBits();
    private static final long ZEROES = EightBytes.repeated('0');

    private final long[] words = new long[MAX_WORDS + 2];
    private int bits;

    /// Words that may not be zero.
    private int used;

    void clear() {
        Arrays.fill(words, 0, used, 0);
        used = 0;
        bits = 0;
    }

    /// A message kept elsewhere by [#copyTo].
    void set(long[] from, int at, int bits) {
        clear();
        used = (bits + 63) >>> 6;
        System.arraycopy(from, at, words, 0, used);
        this.bits = bits;
    }

    /// A message of one sentence, at most 96 armoured characters, its fill bits dropped; false when
    /// one of them is no armour, and then the bits mean nothing.
    ///
    /// There is no loop over single characters, and nothing is read back as [#append] has to. The
    /// buffer must go on for 32 bytes.
    boolean set(byte[] text, int from, int to, int fillBits) {
        var notArmour = three(text, from, to, 0);
        if (to - from > 32) {
            notArmour |= three(text, from + 32, to, 3);
        } else {
            clearThree(3);
        }
        if (to - from > 64) {
            notArmour |= three(text, from + 64, to, 6);
        } else {
            clearThree(6);
        }
        clearBehind(9);
        used = 10;
        bits = 6 * (to - from);
        dropFill(fillBits);
        return notArmour == 0;
    }

    /// Four times eight characters make three words, the last of them filled up.
    private long three(byte[] text, int at, int to, int word) {
        var a = filled(text, at, to);
        var b = filled(text, at + 8, to);
        var c = filled(text, at + 16, to);
        var d = filled(text, at + 24, to);
        var second = EightBytes.sixBits(b);
        var third = EightBytes.sixBits(c);
        words[word] = EightBytes.sixBits(a) << 16 | second >>> 32;
        words[word + 1] = second << 32 | third >>> 16;
        words[word + 2] = third << 48 | EightBytes.sixBits(d);
        return EightBytes.notArmour(a)
                | EightBytes.notArmour(b)
                | EightBytes.notArmour(c)
                | EightBytes.notArmour(d);
    }

    /// Always as many, because how many the last message left is not to be guessed.
    private void clearThree(int word) {
        words[word] = 0;
        words[word + 1] = 0;
        words[word + 2] = 0;
    }

    private void clearBehind(int count) {
        if (used > count) {
            Arrays.fill(words, count, used, 0);
        }
    }

    /// Eight characters, those from `to` on zeros.
    private static long filled(byte[] text, int at, int to) {
        var count = Math.max(0, Math.min(8, to - at));
        // In two steps, because a shift by 64 is one by none.
        var behind = -1L << 4 * count << 4 * count;
        return EightBytes.at(text, at) & ~behind | ZEROES & behind;
    }

    /// Copies the words that have bits, and says how many they are.
    int copyTo(long[] to, int at) {
        // Eight words hold nearly every message, and a loop of one length costs no guess.
        for (var i = 0; i < FEW_WORDS; i++) {
            to[at + i] = words[i];
        }
        var count = (bits + 63) >>> 6;
        for (var i = FEW_WORDS; i < count; i++) {
            to[at + i] = words[i];
        }
        return count;
    }

    @Override
    public int bits() {
        return bits;
    }

    /// Appends armoured characters. Returns -1, or the index of the first character that is no
    /// armour, or `to` when the message would exceed [#MAX_BITS].
    int append(byte[] text, int from, int to) {
        if (bits + 6 * (to - from) > MAX_BITS) {
            return to;
        }
        // Locals, because the loop is short and fields would be stored in every turn.
        var at = from;
        var start = bits;
        var end = start;
        for (var last = Math.min(to - 1, text.length - 8); at <= last; at += 8) {
            // The last few filled up: they are no case of their own then.
            var eight = filled(text, at, to);
            var values = EightBytes.values(eight);
            if (EightBytes.notArmour(values, EightBytes.gap(eight)) != 0) {
                break;
            }
            var top = EightBytes.packed(values) << 16;
            var word = end >>> 6;
            var shift = end & 63;
            words[word] |= top >>> shift;
            // What does not fit; in two steps, because a shift by 64 is one by none.
            words[word + 1] |= top << 1 << (63 - shift);
            end += 48;
        }
        used = Math.max(used, (end >>> 6) + 1);
        bits = Math.min(end, start + 6 * (to - from));
        return at >= to ? -1 : appendSingly(text, at, to);
    }

    /// Index of the first character that is no armour, or -1.
    static int firstNotArmour(byte[] text, int from, int to) {
        var at = from;
        var last = Math.min(to - 1, text.length - 8);
        while (at <= last && EightBytes.notArmour(filled(text, at, to)) == 0) {
            at += 8;
        }
        if (at >= to) {
            return -1;
        }
        while (at < to && SIX_BITS[text[at] & 0xff] >= 0) {
            at++;
        }
        return at == to ? -1 : at;
    }

    private int appendSingly(byte[] text, int from, int to) {
        for (var i = from; i < to; i++) {
            var six = SIX_BITS[text[i] & 0xff];
            if (six < 0) {
                return i;
            }
            put(six, 6);
        }
        return -1;
    }

    private void put(long value, int width) {
        var word = bits >>> 6;
        var shift = 64 - width - (bits & 63);
        if (shift >= 0) {
            words[word] |= value << shift;
        } else {
            words[word] |= value >>> -shift;
            words[word + 1] |= value << (64 + shift);
        }
        bits += width;
        used = Math.max(used, word + 2);
    }

    /// Removes the fill bits at the end and makes them zero whatever the sender put there.
    void dropFill(int fillBits) {
        var end = Math.max(0, bits - fillBits);
        // They may lie in two words.
        words[end >>> 6] &= ~(-1L >>> (end & 63));
        words[(end >>> 6) + 1] = 0;
        bits = end;
    }

    @Override
    public int unsigned(int offset, int width) {
        return (int) (left(offset, width) >>> (64 - width));
    }

    @Override
    public int signed(int offset, int width) {
        return (int) (left(offset, width) >> (64 - width));
    }

    /// 48 bits from a multiple of them on.
    long word48(int index) {
        return left(48 * index, 48) >>> 16;
    }

    boolean flag(int offset) {
        return unsigned(offset, 1) == 1;
    }

    @Override
    public String text(int offset, int characters) {
        return untrimmedText(offset, characters).stripTrailing();
    }

    /// Six-bit text up to the first `@`.
    String untrimmedText(int offset, int characters) {
        var out = new StringBuilder(characters);
        for (var i = 0; i < characters; i++) {
            var six = unsigned(offset + 6 * i, 6);
            if (six == 0) {
                break;
            }
            out.append((char) (six < 32 ? six + 64 : six));
        }
        return out.toString();
    }

    /// The payload as armoured characters, fill bits zero.
    String armoured() {
        var out = new StringBuilder(bits / 6 + 1);
        for (var at = 0; at < bits; at += 6) {
            var six = unsigned(at, 6);
            out.append((char) (six < 40 ? six + 48 : six + 56));
        }
        return out.toString();
    }

    private long left(int offset, int width) {
        if (offset + width > MAX_BITS) {
            return offset >= MAX_BITS ? 0 : words[offset >>> 6] << (offset & 63);
        }
        var word = offset >>> 6;
        var shift = offset & 63;
        var high = words[word] << shift;
        return shift + width > 64 ? high | words[word + 1] >>> (64 - shift) : high;
    }

    /// ITU-R M.1371-5 has six-bit values; IEC 61162-1 sends them as `0`-`W` and `` ` ``-`w`.
    private static byte[] sixBits() {
        var table = new byte[256];
        Arrays.fill(table, (byte) -1);
        for (var six = 0; six < 64; six++) {
            table[six < 40 ? six + 48 : six + 56] = (byte) six;
        }
        return table;
    }
}
