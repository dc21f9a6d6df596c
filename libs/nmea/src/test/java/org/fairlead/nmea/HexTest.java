package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// What looks at eight bytes at once, and past the end, must find what one byte after another does.
class HexTest {

    private final Random random = new Random(11);

    @Test
    void findsAByteWhereverItStands() {
        for (var round = 0; round < 40_000; round++) {
            var text = text();
            var from = random.nextInt(text.length + 1);
            var to = from + random.nextInt(text.length + 1 - from);

            assertThat(Hex.find('*', text, from, to)).isEqualTo(first("*", text, from, to));
            assertThat(Hex.findEither('!', '\\', text, from, to))
                    .isEqualTo(first("!\\", text, from, to));
        }
    }

    @Test
    void sumsUpToTheStarOrTheEnd() {
        for (var round = 0; round < 40_000; round++) {
            var text = text();
            var from = random.nextInt(text.length + 1);
            var to = from + random.nextInt(text.length + 1 - from);
            var star = first("*", text, from, to);

            var both = Hex.starAndChecksum(text, from, to);

            assertThat((int) both).isEqualTo(star);
            if (star < to) {
                assertThat(both >>> 32).isEqualTo(sum(text, from, star));
            }
            assertThat(Hex.checksum(text, from, to)).isEqualTo(sum(text, from, to));
        }
    }

    /// Few of the wanted bytes in short texts, and now and then a long one.
    private byte[] text() {
        var text = new byte[random.nextInt(50) == 0 ? 1_500 : random.nextInt(70)];
        random.nextBytes(text);
        for (var i = 0; i < text.length; i++) {
            if ("*!\\".indexOf(text[i]) >= 0) {
                text[i] = 'x';
            }
        }
        for (var i = random.nextInt(3); i > 0 && text.length > 0; i--) {
            text[random.nextInt(text.length)] = (byte) "*!\\".charAt(random.nextInt(3));
        }
        return text;
    }

    private static int first(String wanted, byte[] text, int from, int to) {
        for (var at = from; at < to; at++) {
            if (wanted.indexOf(text[at]) >= 0) {
                return at;
            }
        }
        return to;
    }

    private static int sum(byte[] text, int from, int to) {
        var sum = 0;
        for (var at = from; at < to; at++) {
            sum ^= text[at] & 0xff;
        }
        return sum;
    }
}
