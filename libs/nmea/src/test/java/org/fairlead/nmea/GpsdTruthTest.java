package org.fairlead.nmea;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.fairlead.nmea.field.Rendering;
import org.fairlead.nmea.field.Values;
import org.junit.jupiter.api.Test;

/// Every field gpsd prints of every message, in raw numbers, must be ours.
class GpsdTruthTest {

    /// The second part of this message has another sequence id than the first. gpsd joins what
    /// follows each other; we do not join what its sender numbered differently.
    private static final int JOINED_ACROSS_SEQUENCES = 419_504_000;

    /// gpsd's bookkeeping.
    private static final List<String> NOT_FIELDS = List.of("class", "device", "scaled");

    private final ObjectMapper json = new ObjectMapper();

    /// What came of a comparison.
    ///
    /// @param wrong gpsd's messages that none of ours equals
    /// @param more ours that gpsd does not have, by type
    private record Agreement(
            int messages, long fields, List<String> wrong, Map<Integer, Integer> more) {}

    @Test
    void agreesOnFortyThousandLinesOfTheWorld() throws IOException {
        try (var truth = gunzipped("truth/aishub-part1.gpsd-unscaled.json.gz")) {
            var found = compare("aishub-3min-part1-40k.nmea", truth.lines());

            assertThat(found.messages).isEqualTo(38_965);
            assertThat(found.wrong)
                    .singleElement()
                    .asString()
                    .contains("\"mmsi\":" + JOINED_ACROSS_SEQUENCES);
            // Types no standard knows are kept here and left out there.
            assertThat(found.more.keySet()).allMatch(type -> type < 1 || type > 27);
        }
    }

    @Test
    void agreesOnASampleOfEveryType() throws IOException {
        var truth =
                Files.readAllLines(
                        RealData.file("truth/gpsd-sample.aivdm.ju.chk"),
                        StandardCharsets.ISO_8859_1);
        var found = compare("truth/gpsd-sample.aivdm", truth.stream());

        assertThat(found.messages).isGreaterThan(90);
        assertThat(found.wrong).isEmpty();
    }

    @Test
    void agreesOnALogWithOtherSentencesInBetween() throws IOException {
        var truth =
                Files.readAllLines(
                        RealData.file("truth/gpsd-ais-nmea.log.chk"), StandardCharsets.ISO_8859_1);
        var found =
                compare(
                        "truth/gpsd-ais-nmea.log.chk",
                        // Each twice in a row, in most cases: gpsd was asked two ways.
                        truth.stream()
                                .filter(line -> line.startsWith("{\"class\":\"AIS\""))
                                .distinct());

        assertThat(found.messages).isGreaterThan(100);
        assertThat(found.wrong).isEmpty();
    }

    private BufferedReader gunzipped(String name) throws IOException {
        var in = new GZIPInputStream(Files.newInputStream(RealData.file(name)));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    private Agreement compare(String log, Stream<String> truth) throws IOException {
        var ours = decode(Files.readAllBytes(RealData.file(log)));
        var wrong = new ArrayList<String>();
        var messages = new int[1];
        var fields = new long[1];
        truth.forEach(line -> {
            var theirs = fields(line);
            messages[0]++;
            fields[0] += theirs.size();
            var candidates = ours.getOrDefault(key(theirs), List.of());
            var same = candidates.stream().filter(own -> agree(own, theirs)).findFirst();
            if (same.isEmpty()) {
                wrong.add(line + " ours: " + candidates);
            } else {
                candidates.remove(same.get());
            }
        });
        var more = new TreeMap<Integer, Integer>();
        ours.values().stream()
                .flatMap(List::stream)
                .forEach(own -> more.merge((Integer) own.get("type"), 1, Integer::sum));
        System.out.printf(
                "%s: %,d messages, %,d fields, %d differ, %s more of ours%n",
                log, messages[0], fields[0], wrong.size(), more);
        return new Agreement(messages[0], fields[0], wrong, more);
    }

    private Map<String, Object> fields(String line) {
        try {
            var all = json.readValue(line, new TypeReference<LinkedHashMap<String, Object>>() {});
            all.keySet().removeIf(name -> NOT_FIELDS.contains(name) || name.endsWith("_text"));
            if (Objects.equals(all.get("type"), 24) && !all.containsKey("part")) {
                all.remove("shipname"); // gpsd adds it from a part A before
            }
            if (Objects.equals(all.get("type"), 26)) {
                all.remove("radio"); // always 0 there
                // The last octet there has bits of the communication state after it.
                all.computeIfPresent("data", (name, data) -> withoutFill((String) data));
            }
            return all;
        } catch (IOException broken) {
            throw new IllegalStateException(line, broken);
        }
    }

    private static String withoutFill(String data) {
        var bits = Integer.parseInt(data.substring(0, data.indexOf(':')));
        var last = Integer.parseInt(data.substring(data.length() - 2), 16);
        var kept = bits % 8 == 0 ? last : last >> (8 - bits % 8) << (8 - bits % 8);
        return data.substring(0, data.length() - 2) + "%02x".formatted(kept);
    }

    private static String key(Map<String, Object> message) {
        return message.get("type") + " " + message.get("mmsi");
    }

    private static boolean agree(Map<String, Object> ours, Map<String, Object> theirs) {
        return theirs.entrySet().stream()
                .allMatch(e -> Objects.equals(ours.get(e.getKey()), e.getValue()));
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
        var reader = new AisFieldReader(sink);
        assertThat(reader.read(log, 0, log.length, true)).isEqualTo(log.length);
        return messages;
    }
}
