package org.fairlead.bench.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.fairlead.bench.traffic.MixedTraffic;

/// What a bad line, a dying receiver or somebody with bad intent does to a log: flipped bits,
/// sentences cut off or run together, NUL, lines of megabytes, messages of which the rest never
/// comes. The same for the same seed.
public final class Damage {

    private static final int LONG_LINE = 10_000_000;

    private final Random random;

    public Damage(long seed) {
        random = new Random(seed);
    }

    /// A log in which about one line in `one` of `of` is damaged.
    public byte[] of(byte[] log, int one, int of) {
        var out = new ByteArrayOutputStream(log.length + log.length / 8);
        var at = 0;
        while (at < log.length) {
            var end = at;
            while (end < log.length && log[end] != '\n') {
                end++;
            }
            end = Math.min(log.length, end + 1);
            if (random.nextInt(of) < one) {
                line(out, Arrays.copyOfRange(log, at, end));
            } else {
                out.write(log, at, end - at);
            }
            at = end;
        }
        return out.toByteArray();
    }

    private void line(ByteArrayOutputStream out, byte[] line) {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> out.writeBytes(flipped(line));
            case 4, 5 -> cut(out, line);
            // The next line follows on this one.
            case 6 -> out.write(line, 0, line.length - 1);
            case 7 -> out.writeBytes(withNul(line));
            case 8 -> out.writeBytes(repaired(flipped(line)));
            case 9 -> endlessParts(out);
            case 10 -> garbage(out);
            default -> out.writeBytes(exchanged(line));
        }
    }

    private byte[] flipped(byte[] line) {
        for (var i = random.nextInt(3); i >= 0; i--) {
            line[random.nextInt(line.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return line;
    }

    private void cut(ByteArrayOutputStream out, byte[] line) {
        out.write(line, 0, random.nextInt(line.length));
        if (random.nextBoolean()) {
            out.write('\n');
        }
    }

    private byte[] withNul(byte[] line) {
        var from = random.nextInt(line.length);
        Arrays.fill(line, from, Math.min(line.length, from + 1 + random.nextInt(8)), (byte) 0);
        return line;
    }

    private byte[] exchanged(byte[] line) {
        var text = ",*!\\$0123456789ABCDEFGNVDMO:-".getBytes(StandardCharsets.US_ASCII);
        for (var i = random.nextInt(4); i >= 0; i--) {
            line[random.nextInt(line.length)] = text[random.nextInt(text.length)];
        }
        return line;
    }

    /// Gives a damaged sentence its right checksum, so that what is behind the check is reached.
    private static byte[] repaired(byte[] line) {
        var text = new String(line, StandardCharsets.ISO_8859_1);
        var from = text.indexOf('!');
        var star = text.lastIndexOf('*');
        if (from < 0 || star < from) {
            return line;
        }
        return (text.substring(0, from + 1)
                        + MixedTraffic.checked(text.substring(from + 1, star))
                        + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private void endlessParts(ByteArrayOutputStream out) {
        for (var i = random.nextInt(40); i >= 0; i--) {
            var total = 2 + random.nextInt(8);
            var text =
                    "AIVDM,%d,%d,%d,%c,%s,0"
                            .formatted(
                                    total,
                                    1 + random.nextInt(total),
                                    random.nextInt(10),
                                    (char) ('A' + random.nextInt(26)),
                                    "5".repeat(1 + random.nextInt(60)));
            out.writeBytes(
                    ("!" + MixedTraffic.checked(text) + "\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void garbage(ByteArrayOutputStream out) {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        out.writeBytes(bytes);
        out.write('\n');
    }

    /// One line of ten megabytes.
    public byte[] longLine() {
        var line = new byte[LONG_LINE];
        var filling = "!AIVDM,1,1,,A,0\0*".getBytes(StandardCharsets.US_ASCII);
        for (var i = 0; i < LONG_LINE - 1; i++) {
            line[i] = filling[i % filling.length];
        }
        line[LONG_LINE - 1] = '\n';
        return line;
    }
}
