package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// A payload set at once must be the one appended character by character.
class PayloadTest {

    private static final int MOST_CHARACTERS = 80;
    private static final int ROOM = 32;

    private final Random random = new Random(4);
    private final Payload atOnce = new Payload();
    private final Payload slowly = new Payload();

    @Test
    void isTheSameSetAtOnceAsAppended() {
        for (var round = 0; round < 20_000; round++) {
            var length = 1 + random.nextInt(MOST_CHARACTERS);
            var fill = random.nextInt(6);
            var text = armour(length);

            var isArmour = atOnce.set(text, 0, length, fill);

            slowly.clear();
            assertThat(slowly.append(text, 0, length)).isNegative();
            slowly.dropFill(fill);
            assertThat(isArmour).isTrue();
            assertThat(bitsOf(atOnce)).isEqualTo(bitsOf(slowly));
        }
    }

    @Test
    void isRefusedWithOneCharacterThatIsNoArmour() {
        for (var round = 0; round < 20_000; round++) {
            var length = 1 + random.nextInt(MOST_CHARACTERS);
            var text = armour(length);
            text[random.nextInt(length)] = (byte) "X_ x\0,*\n\u00ff".charAt(random.nextInt(9));

            assertThat(atOnce.set(text, 0, length, 0)).isFalse();
        }
    }

    @Test
    void goesOnWithWhatIsAppendedToIt() {
        for (var round = 0; round < 5_000; round++) {
            var length = 1 + random.nextInt(MOST_CHARACTERS);
            var text = armour(length);
            var more = armour(MOST_CHARACTERS);

            assertThat(atOnce.set(text, 0, length, 2)).isTrue();
            assertThat(atOnce.append(more, 0, MOST_CHARACTERS)).isNegative();

            slowly.clear();
            assertThat(slowly.append(text, 0, length)).isNegative();
            slowly.dropFill(2);
            assertThat(slowly.append(more, 0, MOST_CHARACTERS)).isNegative();
            assertThat(bitsOf(atOnce)).isEqualTo(bitsOf(slowly));
        }
    }

    /// Behind it stands what must not matter.
    private byte[] armour(int length) {
        var text = new byte[length + ROOM];
        random.nextBytes(text);
        for (var i = 0; i < length; i++) {
            var six = random.nextInt(64);
            text[i] = (byte) (six < 40 ? six + 48 : six + 56);
        }
        return text;
    }

    /// All of them, and that there are only zeros behind.
    private static String bitsOf(Payload payload) {
        var text = new StringBuilder().append(payload.bits()).append(':');
        for (var at = 0; at < Payload.MAX_BITS; at += 16) {
            text.append(' ').append(payload.unsigned(at, 16));
        }
        return text.toString();
    }
}
