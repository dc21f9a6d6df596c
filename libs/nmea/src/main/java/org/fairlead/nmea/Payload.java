package org.fairlead.nmea;

import java.util.Arrays;

/// The bits of one AIS message, most significant first, as they were on the air.
///
/// Reused from message to message. Bits after the end read as zero, which is also the `@` that ends
/// a text, so a read can never leave the message; whether a message is long enough for its type is
/// decided once, by [MessageLength].
final class Payload {

    /// Five slots, the longest transmission, carry 1,064 bits; some receivers append more.
    static final int MAX_BITS = 1_280;

    private static final byte[] SIX_BITS = sixBits();

    private final long[] words = new long[MAX_BITS / 64 + 3];
    private int bits;

    void clear() {
        var used = Math.min(words.length - 1, (bits >>> 6) + 1);
        for (var i = 0; i <= used; i++) {
            words[i] = 0;
        }
        bits = 0;
    }

    int bits() {
        return bits;
    }

    /// Appends armoured characters. Returns -1, or the index of the first character that is no
    /// armour, or `to` when the message would exceed [#MAX_BITS].
    int append(byte[] text, int from, int to) {
        if (bits + 6 * (to - from) > MAX_BITS) {
            return to;
        }
        var at = bits;
        for (var i = from; i < to; i++) {
            long six = SIX_BITS[text[i] & 0xff];
            if (six < 0) {
                bits = at;
                return i;
            }
            var word = at >>> 6;
            var shift = 58 - (at & 63);
            if (shift >= 0) {
                words[word] |= six << shift;
            } else {
                words[word] |= six >>> -shift;
                words[word + 1] |= six << (64 + shift);
            }
            at += 6;
        }
        bits = at;
        return -1;
    }

    /// Removes the fill bits at the end and makes them zero whatever the sender put there.
    void dropFill(int fillBits) {
        var end = Math.max(0, bits - fillBits);
        for (var at = end; at < bits; at++) {
            words[at >>> 6] &= ~(1L << (63 - (at & 63)));
        }
        bits = end;
    }

    /// An unsigned field of at most 31 bits.
    int unsigned(int offset, int width) {
        return (int) (left(offset, width) >>> (64 - width));
    }

    /// A two's complement field of at most 32 bits.
    int signed(int offset, int width) {
        return (int) (left(offset, width) >> (64 - width));
    }

    boolean flag(int offset) {
        return unsigned(offset, 1) == 1;
    }

    /// Six-bit text up to the first `@`, without trailing blanks; empty when there is none.
    String text(int offset, int characters) {
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
            return 0;
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
