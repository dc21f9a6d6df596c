package org.fairlead.nmea;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.fairlead.nmea.message.AisMessage;
import org.fairlead.nmea.message.Dimensions;
import org.fairlead.nmea.message.StaticReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Other decoders' answers for recorded traffic: what we decode must be what they decode.
class TruthTest {

    /// The second part of this message has another sequence id than the first. The other decoders
    /// join what follows each other; we do not join what its sender numbered differently.
    private static final String JOINED_ACROSS_SEQUENCES = "MALAVIYA TWENTY";

    @Test
    void everyTupleOnWhichThreeDecodersAgreeIsOurs() throws IOException {
        var truth = Files.readAllLines(RealData.file("truth/aishub-first20k.consensus.txt"));
        var lines =
                Files.readAllLines(RealData.file("aishub-3min-part1-40k.nmea")).subList(0, 20_000);

        var ours = tuples(lines);

        var missing = new ArrayList<String>();
        for (var tuple : truth) {
            var left = ours.merge(stripped(tuple), -1, Integer::sum);
            if (left < 0) {
                missing.add(tuple);
            }
        }
        System.out.printf(
                "consensus: %,d of %,d tuples agree%n",
                truth.size() - missing.size(), truth.size());
        assertThat(missing).singleElement().asString().contains(JOINED_ACROSS_SEQUENCES);
    }

    @Test
    void everyFieldOfEveryMessageIsWhatGpsdSays() throws IOException {
        var lines = Files.readAllLines(RealData.file("aishub-3min-part1-40k.nmea"));
        var truth = new HashMap<String, Integer>();
        try (var in = json("truth/aishub-part1.gpsd-unscaled.json.gz")) {
            in.lines()
                    .map(GpsdJson::tuple)
                    .filter(Objects::nonNull)
                    .forEach(t -> truth.merge(t, 1, Integer::sum));
        }
        var total = truth.values().stream().mapToInt(Integer::intValue).sum();

        var reader = new AisReader();
        for (var line : lines) {
            if (reader.read(line) instanceof Reading.Decoded decoded) {
                var tuple = GpsdTuple.of(decoded.message());
                if (tuple != null) {
                    truth.merge(tuple, -1, Integer::sum);
                }
            }
        }

        var missing = truth.entrySet().stream().filter(e -> e.getValue() > 0).toList();
        var extra = truth.entrySet().stream().filter(e -> e.getValue() < 0).toList();
        System.out.printf(
                "gpsd: %,d messages, %d missing, %d of ours unknown to it%n",
                total,
                missing.stream().mapToInt(Map.Entry::getValue).sum(),
                -extra.stream().mapToInt(Map.Entry::getValue).sum());
        // gpsd leaves out types that do not exist; we keep them.
        assertThat(extra).allMatch(e -> e.getKey().startsWith("37|"));
        assertThat(missing)
                .singleElement()
                .extracting(Map.Entry::getKey, STRING)
                .contains(JOINED_ACROSS_SEQUENCES);
    }

    @Test
    void everyKindOfMessageIsWhatGpsdSays() throws IOException {
        var lines =
                Files.readAllLines(
                        RealData.file("truth/gpsd-sample.aivdm"), StandardCharsets.ISO_8859_1);
        var json = Files.readAllLines(RealData.file("truth/gpsd-sample.aivdm.ju.chk"));
        var reader = new AisReader();
        var ours = new ArrayList<String>();
        for (var line : lines) {
            if (reader.read(line) instanceof Reading.Decoded decoded) {
                ours.add(String.valueOf(GpsdTuple.of(decoded.message())));
            }
        }

        var truth = json.stream().map(GpsdJson::tuple).filter(Objects::nonNull).toList();

        System.out.printf("gpsd samples: %d messages%n", truth.size());
        assertThat(ours).containsAll(truth);
    }

    private static String stripped(String tuple) {
        return Stream.of(tuple.split("\\|", -1)).map(String::strip).collect(joining("|"));
    }

    private static BufferedReader json(String name) throws IOException {
        var in = new GZIPInputStream(Files.newInputStream(RealData.file(name)));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /// Our decoding in the form of the consensus file, with how often each occurs.
    private static Map<String, Integer> tuples(List<String> lines) {
        var bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        var columns = new AisColumns(30_000);
        var consumed = new AisColumnReader().read(bytes, 0, bytes.length, true, columns);
        assertThat(consumed).isEqualTo(bytes.length);
        var tuples = new HashMap<String, Integer>();
        for (var row = 0; row < columns.size(); row++) {
            tuples.merge(tuple(columns, row), 1, Integer::sum);
        }
        for (var row : columns.statics()) {
            if (row.report().origin() == StaticReport.Origin.CLASS_A_STATIC) {
                tuples.merge(tuple(row.report()), 1, Integer::sum);
            }
        }
        var reader = new AisReader();
        for (var line : lines) {
            var reading = reader.read(line);
            if (reading instanceof Reading.Decoded decoded
                    && decoded.message() instanceof AisMessage.SearchAndRescueAircraft aircraft) {
                // The file has an aircraft's altitude where ships have their heading.
                tuples.merge(tuple(aircraft), 1, Integer::sum);
            } else if (reading instanceof Reading.Decoded decoded
                    && decoded.message() instanceof AisMessage.AidToNavigation aid) {
                var name = aid.name() == null ? "" : aid.name();
                var position = Objects.requireNonNull(aid.position());
                var tuple =
                        "A 21 %d %d %d %s"
                                .formatted(
                                        aid.mmsi(),
                                        Math.round(position.longitudeDegrees() * 600_000),
                                        Math.round(position.latitudeDegrees() * 600_000),
                                        name);
                tuples.merge(tuple.stripTrailing(), 1, Integer::sum);
            }
        }
        return tuples;
    }

    private static String tuple(AisColumns c, int row) {
        var place = "%d %d %d".formatted(c.mmsi[row], c.longitude[row], c.latitude[row]);
        var type = c.type[row];
        return switch (type) {
            case 4, 11 -> "B " + type + " " + place;
            case 21 -> "a 21 " + place;
            case 9 -> "p 9 " + place;
            default ->
                    "P %d %s %d %d %d"
                            .formatted(type, place, c.speed[row], c.course[row], c.heading[row]);
        };
    }

    private static String tuple(AisMessage.SearchAndRescueAircraft m) {
        var position = Objects.requireNonNull(m.position());
        return "P 9 %d %d %d %d %d %d"
                .formatted(
                        m.mmsi(),
                        Math.round(position.longitudeDegrees() * 600_000),
                        Math.round(position.latitudeDegrees() * 600_000),
                        Math.round(Objects.requireNonNull(m.motion().speedKnots())),
                        Math.round(Objects.requireNonNull(m.motion().courseDegrees()) * 10),
                        m.altitudeMetres());
    }

    private static String tuple(StaticReport r) {
        var size = r.dimensions() == null ? new Dimensions(0, 0, 0, 0) : r.dimensions();
        var draught = r.voyage().draughtMetres();
        return "S|5|%d|%d|%s|%s|%d|%d|%d|%d|%d|%d|%s"
                .formatted(
                        r.mmsi(),
                        r.imo() == null ? 0 : r.imo(),
                        orEmpty(r.callSign()).strip(),
                        orEmpty(r.name()).strip(),
                        r.shipType() == null ? 0 : r.shipType(),
                        size.bowMetres(),
                        size.sternMetres(),
                        size.portMetres(),
                        size.starboardMetres(),
                        draught == null ? 0 : Math.round(draught * 10),
                        orEmpty(r.voyage().destination()).strip())
                .stripTrailing();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
