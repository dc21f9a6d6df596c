package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Rows taken apart many at once must say what [PositionLayout] reads from each message alone.
class ReportRowsTest {

    private static final int[] ONE_SLOT = {1, 2, 3, 4, 11, 18};

    private final Random random = new Random(20_261_126);

    @Test
    void saysOfEveryReportWhatItsLayoutSays() {
        var columns = new AisColumns(1_000);
        var messages = new ArrayList<Payload>();
        for (var line = 0; line < 1_000; line++) {
            var type = 1 + random.nextInt(27);
            var message = message(isReport(type) ? type : 1);
            columns.add(
                    message, message.unsigned(0, 6), mmsi(message), line, 7, (byte) 'A', line, 9);
            messages.add(message);
        }
        columns.settle();

        assertThat(columns.size()).isEqualTo(1_000);
        for (var row = 0; row < 1_000; row++) {
            assertRow(columns, row, messages.get(row));
            assertThat(columns.epochMillis[row]).isEqualTo(row);
            assertThat(columns.source[row]).isEqualTo(7);
            assertThat(columns.lineNumber[row]).isEqualTo(row);
            assertThat(columns.byteOffset[row]).isEqualTo(9);
        }
    }

    @Test
    void saysItOfReportsReadQuicklyToo() {
        var text = new StringBuilder();
        var messages = new ArrayList<Payload>();
        for (var line = 0; line < 1_000; line++) {
            var message = message(ONE_SLOT[random.nextInt(ONE_SLOT.length)]);
            if (mmsi(message) > QuickHead.MOST_MMSI) {
                continue;
            }
            text.append(Lines.sentence("AIVDM,1,1,,A," + message.armoured() + ",0")).append('\n');
            messages.add(message);
        }
        var bytes = text.append("\0".repeat(256)).toString().getBytes(StandardCharsets.US_ASCII);
        var columns = new AisColumns(1_000);

        var consumed = new AisColumnReader().read(bytes, 0, bytes.length - 256, true, columns);

        assertThat(consumed).isEqualTo(bytes.length - 256);
        assertThat(columns.size()).isEqualTo(messages.size()).isGreaterThan(600);
        for (var row = 0; row < columns.size(); row++) {
            assertRow(columns, row, messages.get(row));
            assertThat(columns.epochMillis[row]).isEqualTo(AisColumns.TIME_ABSENT);
            assertThat(columns.source[row]).isEqualTo(AisColumns.SOURCE_ABSENT);
        }
    }

    @Test
    void forgetsTimeAndSourceOfTheRowsBefore() {
        var columns = new AisColumns(10);
        var message = message(1);
        columns.add(message, 1, 1, 1_700_000_000_000L, 3, (byte) 'A', 1, 0);
        columns.settle();
        columns.clear();
        var line = "!AIVDM,1,1,,A,13HOI:0P0000VOHLCnHQKwvL05Ip,0*23\n" + "\0".repeat(256);
        var bytes = line.getBytes(StandardCharsets.US_ASCII);

        new AisColumnReader().read(bytes, 0, 48, true, columns);

        assertThat(columns.size()).isEqualTo(1);
        assertThat(columns.epochMillis[0]).isEqualTo(AisColumns.TIME_ABSENT);
        assertThat(columns.source[0]).isEqualTo(AisColumns.SOURCE_ABSENT);
    }

    private static void assertRow(AisColumns columns, int row, Payload message) {
        var layout = layout(message.unsigned(0, 6));
        assertThat(columns.type[row]).isEqualTo((byte) message.unsigned(0, 6));
        assertThat(columns.repeat[row]).isEqualTo((byte) message.unsigned(6, 2));
        assertThat(columns.mmsi[row]).isEqualTo(mmsi(message));
        assertThat(columns.latitude[row]).isEqualTo(layout.latitude(message));
        assertThat(columns.longitude[row]).isEqualTo(layout.longitude(message));
        assertThat(columns.speed[row]).isEqualTo((short) layout.speed(message));
        assertThat(columns.course[row]).isEqualTo((short) layout.course(message));
        assertThat(columns.heading[row]).isEqualTo((short) layout.heading(message));
        assertThat(columns.navigationStatus[row]).isEqualTo((byte) layout.status(message));
        assertThat(columns.turn[row]).isEqualTo((byte) layout.turn(message));
        assertThat(columns.utcSecond[row]).isEqualTo((byte) layout.second(message));
    }

    private static boolean isReport(int type) {
        return switch (type) {
            case 1, 2, 3, 4, 9, 11, 18, 19, 21, 27 -> true;
            default -> false;
        };
    }

    private static PositionLayout layout(int type) {
        return switch (type) {
            case 1, 2, 3 -> PositionLayout.CLASS_A;
            case 4, 11 -> PositionLayout.UTC;
            case 9 -> PositionLayout.AIRCRAFT;
            case 18, 19 -> PositionLayout.CLASS_B;
            case 21 -> PositionLayout.AID;
            case 27 -> PositionLayout.LONG_RANGE;
            default -> throw new IllegalArgumentException("no report: " + type);
        };
    }

    private static int mmsi(Payload message) {
        return message.unsigned(8, 30);
    }

    /// Random bits under a type, in one slot or, where the type needs them, two.
    private Payload message(int type) {
        var text = new byte[type == 19 || type == 21 ? 52 : 28];
        text[0] = (byte) ('0' + type);
        for (var i = 1; i < text.length; i++) {
            var six = random.nextInt(64);
            text[i] = (byte) (six < 40 ? six + 48 : six + 56);
        }
        var message = new Payload();
        assertThat(message.append(text, 0, text.length)).isEqualTo(-1);
        return message;
    }
}
