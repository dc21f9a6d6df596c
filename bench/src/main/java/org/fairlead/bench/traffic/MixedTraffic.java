package org.fairlead.bench.traffic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Messages of all 27 types, about as often as on the air (after three minutes of world-wide
/// terrestrial traffic: three quarters of them message 1), the same for the same seed.
///
/// Positions, speeds and courses are possible ones, everything else is random bits: nothing here
/// looks like a ship for longer than a line. For benchmarks and the fuzz test.
public final class MixedTraffic {

    /// About how many of 1,000 messages.
    private static final int[] SHARES = {
        0, 748, 20, 105, 50, 24, 6, 1, 12, 1, 1, 1, 1, 1, 1, 1, 1, 4, 16, 2, 3, 4, 1, 1, 3, 1, 1, 1
    };

    private static final int[] BITS = {
        0, 168, 168, 168, 168, 424, 136, 104, 296, 168, 72, 168, 156, 72, 160, 88, 96, 200, 168,
        312, 72, 272, 168, 160, 168, 128, 168, 96
    };

    private static final int PART_CHARACTERS = 60;

    private final Random random;
    private final int[] types;
    private int sequence;
    private int group;

    public MixedTraffic(long seed) {
        random = new Random(seed);
        types =
                IntStream.rangeClosed(1, 27)
                        .flatMap(type -> IntStream.generate(() -> type).limit(SHARES[type]))
                        .toArray();
    }

    /// A log of one receiver without times.
    public byte[] clean(int messages) {
        var out = new ByteArrayOutputStream(messages * 50);
        for (var i = 0; i < messages; i++) {
            for (var sentence : message()) {
                line(out, sentence);
            }
        }
        return out.toByteArray();
    }

    /// A log of twenty receivers that hear the same messages, four of them each on average, as
    /// their tag blocks say; parts of a message are grouped, and only the first names receiver and
    /// time.
    public byte[] noisy(int messages) {
        var out = new ByteArrayOutputStream(messages * 90);
        var second = 1_700_000_000L;
        for (var i = 0; i < messages; ) {
            var sentences = message();
            var heard = 1 + random.nextInt(7);
            for (var receiver = 0; receiver < heard && i < messages; receiver++, i++) {
                var station = "r%09d".formatted(3_669_930 + random.nextInt(20));
                tagged(out, sentences, "s:" + station + ",c:" + second);
            }
            second += random.nextInt(3) == 0 ? 1 : 0;
        }
        return out.toByteArray();
    }

    private void tagged(ByteArrayOutputStream out, String[] sentences, String tag) {
        if (sentences.length == 1) {
            line(out, "\\" + checked(tag) + "\\" + sentences[0]);
            return;
        }
        var id = ++group % 10_000;
        for (var part = 1; part <= sentences.length; part++) {
            var grouped = "g:%d-%d-%d".formatted(part, sentences.length, id);
            line(
                    out,
                    "\\"
                            + checked(part == 1 ? grouped + "," + tag : grouped)
                            + "\\"
                            + sentences[part - 1]);
        }
    }

    private static void line(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        out.write('\n');
    }

    /// The sentences of one message.
    public String[] message() {
        return message(types[random.nextInt(types.length)]);
    }

    /// The sentences of one message of a type from 1 to 27.
    public String[] message(int type) {
        var bits = new BitText();
        bits.add(type, 6).add(0, 2).add(200_000_000 + random.nextInt(575_000_000), 30);
        switch (type) {
            case 1, 2, 3 -> {
                bits.add(random.nextInt(16), 4).add(random.nextInt(256), 8);
                position(bits.add(random.nextInt(250), 10));
                bits.add(random.nextInt(360), 9).add(random.nextInt(60), 6);
            }
            case 18, 19 -> {
                position(bits.add(0, 8).add(random.nextInt(250), 10));
                bits.add(random.nextInt(360), 9).add(random.nextInt(60), 6);
            }
            case 5 -> bits.add(0, 2).add(9_000_000 + random.nextInt(999_999), 30);
            case 24 -> bits.add(random.nextInt(2), 2);
            default -> {}
        }
        while (bits.size() < BITS[type]) {
            bits.add(random.nextInt(2), 1);
        }
        return sentences(bits);
    }

    private void position(BitText bits) {
        bits.add(random.nextInt(2), 1)
                .add((int) (random.nextDouble(-180, 180) * 600_000), 28)
                .add((int) (random.nextDouble(-80, 80) * 600_000), 27)
                .add(random.nextInt(3_600), 12);
    }

    private String[] sentences(BitText bits) {
        var text = bits.armoured();
        var total = (text.length() + PART_CHARACTERS - 1) / PART_CHARACTERS;
        var sentences = new String[total];
        var id = total == 1 ? "" : String.valueOf(sequence++ % 10);
        var channel = random.nextBoolean() ? 'A' : 'B';
        for (var part = 0; part < total; part++) {
            var from = part * PART_CHARACTERS;
            var payload = text.substring(from, Math.min(text.length(), from + PART_CHARACTERS));
            var fill = part == total - 1 ? (6 - bits.size() % 6) % 6 : 0;
            sentences[part] =
                    "!"
                            + checked(
                                    "AIVDM,%d,%d,%s,%c,%s,%d"
                                            .formatted(
                                                    total, part + 1, id, channel, payload, fill));
        }
        return sentences;
    }

    /// A text with its checksum.
    public static String checked(String text) {
        var sum = 0;
        for (var i = 0; i < text.length(); i++) {
            sum ^= text.charAt(i);
        }
        return text + String.format(Locale.ROOT, "*%02X", sum);
    }

    /// Bits, most significant first, that become armoured characters.
    private static final class BitText {

        private final StringBuilder sixes = new StringBuilder();
        private int open;
        private int size;

        int size() {
            return size;
        }

        BitText add(int value, int width) {
            for (var bit = width - 1; bit >= 0; bit--) {
                open = open << 1 | (value >>> bit & 1);
                if (++size % 6 == 0) {
                    append();
                }
            }
            return this;
        }

        private void append() {
            sixes.append((char) (open < 40 ? open + 48 : open + 56));
            open = 0;
        }

        String armoured() {
            var rest = size % 6;
            if (rest == 0) {
                return sixes.toString();
            }
            var last = open << (6 - rest);
            return sixes.toString() + (char) (last < 40 ? last + 48 : last + 56);
        }
    }
}
