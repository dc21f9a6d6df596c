package org.fairlead.bench.world;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Messages as the lines a receiver writes: tag block, sentence, checksums; no line break.
final class SentenceWriter {

    private static final int PAYLOAD_CHARACTERS = 60;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final byte[][] source;
    private final byte[] line = new byte[256];
    private int at;

    SentenceWriter(List<Station> stations) {
        source = new byte[stations.size()][];
        for (Station station : stations) {
            source[station.index] = ("s:" + station.name).getBytes(StandardCharsets.US_ASCII);
        }
    }

    byte[] line() {
        return line;
    }

    int length() {
        return at;
    }

    static int parts(MessageBits message) {
        int characters = (message.size + 5) / 6;
        return (characters + PAYLOAD_CHARACTERS - 1) / PAYLOAD_CHARACTERS;
    }

    void write(
            MessageBits message, int part, int parts, int sequence, Station station, long heardAt) {
        at = 0;
        tagBlock(part, parts, sequence, station, heardAt);
        line[at++] = '!';
        int from = at;
        put("AIVDM,");
        line[at++] = (byte) ('0' + parts);
        line[at++] = ',';
        line[at++] = (byte) ('0' + part);
        line[at++] = ',';
        if (parts > 1) {
            line[at++] = (byte) ('0' + sequence % 10);
        }
        line[at++] = ',';
        line[at++] = (byte) ('A' + (message.bytes[4] & 1));
        line[at++] = ',';
        int characters = (message.size + 5) / 6;
        int last = Math.min(characters, part * PAYLOAD_CHARACTERS);
        for (int i = (part - 1) * PAYLOAD_CHARACTERS; i < last; i++) {
            int six = six(message.bytes, i * 6);
            line[at++] = (byte) (six < 40 ? six + 48 : six + 56);
        }
        line[at++] = ',';
        line[at++] = (byte) ('0' + (part == parts ? characters * 6 - message.size : 0));
        checksum(from);
    }

    private static int six(byte[] bytes, int bit) {
        int two = (bytes[bit >> 3] & 0xff) << 8;
        if ((bit >> 3) + 1 < bytes.length) {
            two |= bytes[(bit >> 3) + 1] & 0xff;
        }
        return two >>> 10 - (bit & 7) & 0x3f;
    }

    /// Where a receiver groups parts, the later ones carry no source and time of their own.
    private void tagBlock(int part, int parts, int sequence, Station station, long heardAt) {
        line[at++] = '\\';
        int from = at;
        boolean isGrouped = parts > 1 && station.groupsParts;
        if (isGrouped) {
            put("g:");
            line[at++] = (byte) ('0' + part);
            line[at++] = '-';
            line[at++] = (byte) ('0' + parts);
            line[at++] = '-';
            number(sequence);
        }
        if (!isGrouped || part == 1) {
            if (isGrouped) {
                line[at++] = ',';
            }
            System.arraycopy(source[station.index], 0, line, at, source[station.index].length);
            at += source[station.index].length;
            put(",c:");
            number(Math.floorDiv(heardAt, 1_000L));
        }
        checksum(from);
        line[at++] = '\\';
    }

    private void put(String text) {
        for (int i = 0; i < text.length(); i++) {
            line[at++] = (byte) text.charAt(i);
        }
    }

    private void number(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = value;
        for (int i = digits - 1; i >= 0; i--) {
            line[at + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        at += digits;
    }

    private void checksum(int from) {
        int sum = 0;
        for (int i = from; i < at; i++) {
            sum ^= line[i];
        }
        line[at++] = '*';
        line[at++] = HEX[sum >> 4 & 15];
        line[at++] = HEX[sum & 15];
    }

    /// Spoils the line that was written last, or puts something in its place that receivers also
    /// say.
    void spoil(Dice dice) {
        switch (dice.below(6)) {
            case 0 -> line[dice.below(at)] ^= (byte) (1 << dice.below(4));
            case 1 -> at = 1 + dice.below(at - 1);
            case 2 -> {
                at = 0;
                line[at++] = '$';
                put("GPZDA,120000.00,01,01,2025,00,00");
                int end = at;
                checksum(1);
                at = Math.max(at, end);
            }
            case 3 -> {
                at = 0;
                put("# station log: antenna checked");
            }
            case 4 -> {
                at = 0;
                for (int i = 0; i < 40; i++) {
                    line[at++] = (byte) (128 + dice.below(128));
                }
            }
            default -> {
                at = 0;
                put("!AIVDM,2,2,9,A,8,4");
                checksum(1);
            }
        }
    }
}
