package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EightBytesTest {

    private static final long SIXES = 0x3f3f_3f3f_3f3f_3f3fL;

    private final Random random = new Random(20_261_126);

    @Test
    void tellsArmourFromEverythingElseInEveryPlace() {
        for (var round = 0; round < 200; round++) {
            for (var value = 0; value < 256; value++) {
                var bytes = armour();
                bytes[round % 8] = (byte) value;

                var isArmour = EightBytes.notArmour(EightBytes.at(bytes, 0)) == 0;

                assertThat(isArmour)
                        .as("byte %d in place %d", value, round % 8)
                        .isEqualTo(sixOf(value) >= 0);
            }
        }
    }

    @Test
    void seesWhatIsNoArmourWhateverStandsAroundIt() {
        for (var round = 0; round < 200_000; round++) {
            var bytes = new byte[8];
            random.nextBytes(bytes);

            assertThat(EightBytes.notArmour(EightBytes.at(bytes, 0)) == 0)
                    .isEqualTo(isAllArmour(bytes));
        }
    }

    @Test
    void makesSixBitsOfEveryCharacter() {
        for (var round = 0; round < 20_000; round++) {
            var bytes = armour();
            var expected = 0L;
            for (var b : bytes) {
                expected = expected << 6 | sixOf(b);
            }

            assertThat(EightBytes.sixBits(EightBytes.at(bytes, 0))).isEqualTo(expected);
        }
    }

    @Test
    void compressesAsTheProcessorDoes() {
        for (var round = 0; round < 20_000; round++) {
            var sixes = random.nextLong();

            assertThat(EightBytes.compressed(sixes)).isEqualTo(Long.compress(sixes, SIXES));
        }
    }

    @Test
    void readsFourBytesAndFillsThemUp() {
        var bytes = "wxyz!".getBytes(StandardCharsets.US_ASCII);
        var four = EightBytes.four(bytes, 0);

        assertThat(four).isEqualTo(EightBytes.of("wxyz\0\0\0\0"));
        assertThat(EightBytes.filled(four)).isEqualTo(EightBytes.of("wxyz0000"));
    }

    private byte[] armour() {
        var bytes = new byte[8];
        for (var i = 0; i < 8; i++) {
            var six = random.nextInt(64);
            bytes[i] = (byte) (six < 40 ? six + 48 : six + 56);
        }
        return bytes;
    }

    private static boolean isAllArmour(byte[] bytes) {
        for (var b : bytes) {
            if (sixOf(b & 0xff) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int sixOf(int character) {
        if (character >= '0' && character <= 'W') {
            return character - '0';
        }
        return character >= '`' && character <= 'w' ? character - '`' + 40 : -1;
    }
}
