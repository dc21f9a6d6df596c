package org.fairlead.nmea.field;

/// The bits of one message, most significant first. Bits past the end read as zero.
public interface Bits {

    int bits();

    /// An unsigned field of at most 31 bits.
    int unsigned(int at, int width);

    /// A two's complement field of at most 32 bits.
    int signed(int at, int width);

    /// Six-bit text up to the first `@`, without trailing blanks.
    String text(int at, int characters);

    /// The bits from `at` to `to` as lower-case hexadecimal, the last byte filled with zeros.
    default String hex(int at, int to) {
        var digits = new StringBuilder();
        for (var from = at; from < to; from += 8) {
            var width = Math.min(8, to - from);
            var octet = unsigned(from, width) << (8 - width);
            digits.append(Character.forDigit(octet >> 4, 16))
                    .append(Character.forDigit(octet & 15, 16));
        }
        return digits.toString();
    }
}
