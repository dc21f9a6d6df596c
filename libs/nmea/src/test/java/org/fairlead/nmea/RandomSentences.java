package org.fairlead.nmea;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Sentences of messages with random contents under right checksums, the same for a seed.
final class RandomSentences {

    /// Usual lengths by type.
    private static final int[][] BITS = {
        {38},
        {168},
        {168},
        {168},
        {168},
        {424, 422, 426},
        {104, 168, 360, 1008},
        {72, 104, 136, 168},
        {72, 168, 352, 360, 1008},
        {168},
        {72},
        {168},
        {72, 156, 936},
        {72, 104, 136, 168},
        {40, 160, 968},
        {88, 110, 112, 160},
        {96, 144},
        {80, 128, 816},
        {168},
        {312},
        {72, 104, 136, 160},
        {272, 284, 360},
        {168},
        {160},
        {160, 168},
        {72, 168},
        {108, 168, 1064},
        {96, 168}
    };

    private final Random random;
    private int sequence;

    RandomSentences(long seed) {
        random = new Random(seed);
    }

    /// The sentences of one message of a type, without line breaks.
    List<String> of(int type) {
        var lengths = type < BITS.length ? BITS[type] : BITS[0];
        var length = lengths[random.nextInt(lengths.length)];
        var bits =
                new PayloadWriter()
                        .number(type, 6)
                        .number(random.nextInt(4), 2)
                        .number(random.nextInt(1_000_000_000), 30);
        for (var at = 38; at < length; at++) {
            bits.number(random.nextInt(2), 1);
        }
        return sentences(bits);
    }

    private List<String> sentences(PayloadWriter bits) {
        var armoured = bits.armoured();
        var total = (armoured.length() + 59) / 60;
        var id = total == 1 ? "" : String.valueOf(sequence++ % 10);
        var channel = "AB".charAt(random.nextInt(2));
        var sentences = new ArrayList<String>();
        for (var part = 1; part <= total; part++) {
            var from = (part - 1) * 60;
            sentences.add(
                    Lines.sentence(
                            "AIVDM,%d,%d,%s,%c,%s,%d"
                                    .formatted(
                                            total,
                                            part,
                                            id,
                                            channel,
                                            armoured.substring(
                                                    from, Math.min(armoured.length(), from + 60)),
                                            part == total ? bits.fillBits() : 0)));
        }
        return sentences;
    }

    /// A log of all types and some that do not exist, some lines with tag blocks, some in CR LF.
    String log(int messages) {
        var log = new StringBuilder();
        for (var i = 0; i < messages; i++) {
            var type = random.nextInt(3) == 0 ? random.nextInt(64) : 1 + random.nextInt(27);
            var tag = random.nextInt(4) == 0 ? tagBlock() : "";
            for (var sentence : of(type)) {
                log.append(tag).append(sentence).append(random.nextInt(3) == 0 ? "\r\n" : "\n");
            }
        }
        return log.toString();
    }

    /// A log of reports and messages in two behind tag blocks of all forms: by several receivers,
    /// as groups, with fields in any order, some of them unusual.
    String taggedLog(int messages) {
        var log = new StringBuilder();
        for (var i = 0; i < messages; i++) {
            var sentences =
                    of(new int[] {1, 1, 3, 4, 5, 5, 11, 18, 19, 24, 27}[random.nextInt(11)]);
            var isGroup = random.nextInt(4) > 0;
            var group = random.nextInt(200);
            for (var part = 1; part <= sentences.size(); part++) {
                var number =
                        isGroup && sentences.size() > 1
                                ? "g:%d-%d-%d".formatted(part, sentences.size(), group)
                                : "";
                var about = part == 1 || random.nextInt(4) == 0 ? aboutReceipt() : "";
                var comma = number.isEmpty() || about.isEmpty() ? "" : ",";
                log.append(block(number + comma + about))
                        .append(sentences.get(part - 1))
                        .append(random.nextInt(5) == 0 ? "\r\n" : "\n");
                if (random.nextInt(12) == 0) {
                    log.append(of(1).getFirst()).append('\n');
                }
            }
        }
        return log.toString();
    }

    private String aboutReceipt() {
        var second = 1_700_000_000 + random.nextInt(5);
        var name = "station-number-".substring(0, random.nextInt(16)) + random.nextInt(5);
        return switch (random.nextInt(12)) {
            case 0 -> "c:" + second + ",s:" + name;
            case 1 -> "s:" + name;
            case 2 -> "c:" + second;
            case 3 -> "s:" + name + ",c:" + second + "123";
            case 4 -> "s:" + name + ",c:0000000000";
            case 5 -> "s:" + name + ",q:u,c:" + second + ",T:2023-11-14 22.13.20";
            case 6 -> "s:,c:" + second;
            case 7 -> "s:" + name + ",c:17000x0000";
            default -> "s:" + name + ",c:" + second;
        };
    }

    private static String block(String text) {
        return text.isEmpty() ? "" : "\\" + Lines.sentence(text).substring(1) + "\\";
    }

    private String tagBlock() {
        var text = "s:r%d,c:%d".formatted(random.nextInt(20), 1_700_000_000 + random.nextInt(100));
        return block(text);
    }
}
