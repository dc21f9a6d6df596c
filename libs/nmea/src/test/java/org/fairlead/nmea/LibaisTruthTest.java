package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fairlead.nmea.field.Rendering;
import org.fairlead.nmea.field.Values;
import org.junit.jupiter.api.Test;

/// What libais says of a message of each type, in units and in floats, must be what our raw numbers
/// mean.
class LibaisTruthTest {

    private static final double UNITS_PER_DEGREE = 600_000;
    private static final double COARSE_UNITS_PER_DEGREE = 600;

    /// Types with places in tenths of a minute.
    private static final Set<Integer> COARSE = Set.of(17, 22, 23, 27);

    /// Where libais does not do what ITU-R M.1371-5 says, as `type field`; gpsd agrees with us on
    /// each of them.
    private static final Set<String> LIBAIS_DIFFERS =
            Set.of(
                    // Reads the bit after it.
                    "6 retransmit",
                    // Turns the bit around: set is no current position (table 94).
                    "27 gnss",
                    // Aircraft report whole knots (table 51), divided by ten there.
                    "9 speed",
                    // Its table has `-` for `_` and a grave accent for an apostrophe.
                    "21 name");

    private final ObjectMapper json = new ObjectMapper();
    private final Set<Integer> types = new TreeSet<>();
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> differed = new HashSet<>();
    private int compared;

    @Test
    void agreesOnAMessageOfEachType() throws IOException {
        compare("truth/libais-typeexamples.nmea", "truth/libais-typeexamples.json");

        assertThat(wrong).isEmpty();
        assertThat(types).hasSize(26);
        assertThat(compared).isGreaterThan(200);
        assertThat(differed).as("differences that are still there").isEqualTo(LIBAIS_DIFFERS);
    }

    @Test
    void agreesOnMessagesWithTagBlocksAndPartsApart() throws IOException {
        compare("truth/libais-tagblock.nmea", "truth/libais-tagblock.json");

        assertThat(wrong).isEmpty();
        assertThat(types).containsExactlyInAnyOrder(1, 5);
        assertThat(compared).isGreaterThan(40);
    }

    private void compare(String log, String truth) throws IOException {
        var ours = decode(Files.readAllBytes(RealData.file(log)));
        for (String line : Files.readAllLines(RealData.file(truth))) {
            Map<String, Object> theirs = json.readValue(line, new TypeReference<>() {});
            var candidates = ours.getOrDefault(key(theirs), List.of());
            if (candidates.isEmpty()) {
                wrong.add("not decoded here: " + line);
                continue;
            }
            types.add((Integer) theirs.get("type"));
            compare(candidates.removeFirst(), theirs);
        }
    }

    private void compare(Map<String, Object> ours, Map<String, Object> theirs) {
        int type = (Integer) java.util.Objects.requireNonNull(theirs.get("type"));
        theirs.forEach((name, value) -> {
            // Their spare bits are numbered otherwise, and texts are theirs.
            if (!ours.containsKey(name) || name.startsWith("spare") || name.endsWith("_text")) {
                return;
            }
            compared++;
            if (isSame(type, name, ours.get(name), value)) {
                return;
            }
            if (LIBAIS_DIFFERS.contains(type + " " + name)) {
                differed.add(type + " " + name);
            } else {
                wrong.add("%d %s: %s here, %s there".formatted(type, name, ours.get(name), value));
            }
        });
    }

    private static boolean isSame(int type, String name, Object ours, Object theirs) {
        return switch (name) {
            case "lat", "lon", "ne_lat", "ne_lon", "sw_lat", "sw_lon" ->
                    isNear(
                            number(ours)
                                    / (COARSE.contains(type)
                                            ? COARSE_UNITS_PER_DEGREE
                                            : UNITS_PER_DEGREE),
                            theirs);
            case "course", "speed", "draught" -> isNear(number(ours) / divisor(type, name), theirs);
            case "turn" -> isTurn((int) number(ours), theirs);
            default -> text(ours).equals(text(theirs));
        };
    }

    private static double divisor(int type, String name) {
        return type == 27 || type == 9 && name.equals("speed") ? 1 : 10;
    }

    /// ROT_AIS is 4.733 times the root of degrees a minute; 128 is not available.
    private static boolean isTurn(int raw, Object theirs) {
        if (theirs == null) {
            return raw == -128 || Math.abs(raw) == 127;
        }
        double turn = Math.signum(raw) * Math.pow(raw / 4.733, 2);
        return Math.abs(turn - number(theirs)) < 0.01;
    }

    /// Theirs are 32-bit floats.
    private static boolean isNear(double ours, Object theirs) {
        return Math.abs(ours - number(theirs)) <= 2 * Math.ulp((float) number(theirs));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    /// Padding is `@` there and nothing here.
    private static String text(Object value) {
        return switch (value) {
            case Boolean truth -> truth ? "1" : "0";
            case null -> "";
            default -> value.toString().replaceAll("@+$", "").strip();
        };
    }

    private static String key(Map<String, Object> message) {
        return message.get("type") + " " + message.get("mmsi");
    }

    private static Map<String, List<Map<String, Object>>> decode(byte[] log) {
        var messages = new HashMap<String, List<Map<String, Object>>>();
        var sink =
                new AisFieldReader.Sink() {
                    @Override
                    public void message(AisFieldReader message) {
                        var values = Values.of(message.type(), message.bits(), Rendering.RAW);
                        messages.computeIfAbsent(key(values), key -> new ArrayList<>()).add(values);
                    }

                    @Override
                    public void rejected(long line, long offset, Reason reason, int column) {}
                };
        // Several of their examples are random bits with senders of ten digits.
        var reader = new AisFieldReader(sink);
        assertThat(reader.read(log, 0, log.length, true)).isEqualTo(log.length);
        return messages;
    }
}
