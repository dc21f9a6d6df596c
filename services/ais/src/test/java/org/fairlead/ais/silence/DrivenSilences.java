package org.fairlead.ais.silence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.fairlead.ais.derivation.AfterwardsStream;
import org.fairlead.ais.derivation.DerivationDefaults;
import org.fairlead.ais.derivation.DerivationStream;
import org.fairlead.ais.derivation.TopologyStream;
import org.fairlead.ais.sea.Sea;
import org.fairlead.ais.segment.SegmentDefaults;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.contracts.frame.SourceClass;
import org.fairlead.service.json.StrictJson;

/// The topology with silences alone, driven by reports; hours count from noon.
final class DrivenSilences implements AutoCloseable {

    static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");

    private final ObjectMapper json = StrictJson.mapper();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> frames;
    private final TestInputTopic<String, String> identities;
    private final TestInputTopic<String, byte[]> zones;
    private final TestOutputTopic<String, byte[]> activities;
    private final List<JsonNode> others = new ArrayList<>();
    private final List<Silence> silences = new ArrayList<>();
    private int sequence;

    DrivenSilences(Path directory) {
        this(directory, List.of(silences()), List.of());
    }

    static SilenceStream silences() {
        return silences(Sea.WITHOUT_LAND);
    }

    static SilenceStream silences(Sea sea) {
        return new SilenceStream(
                Defaults.VALUES,
                Defaults.RECEPTION,
                SegmentDefaults.VALUES,
                sea,
                new SimpleMeterRegistry());
    }

    DrivenSilences(
            Path directory, List<DerivationStream> derivations, List<AfterwardsStream> afterwards) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        // As the service.
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        driver =
                new TopologyTestDriver(
                        TopologyStream.of(
                                derivations,
                                afterwards,
                                DerivationDefaults.VALUES,
                                json,
                                new SimpleMeterRegistry()),
                        settings,
                        NOON);
        frames =
                driver.createInputTopic(
                        Topics.AIS_FRAMES, new StringSerializer(), new ByteArraySerializer());
        identities =
                driver.createInputTopic(
                        Topics.AIS_IDENTITIES, new StringSerializer(), new StringSerializer());
        zones =
                driver.createInputTopic(
                        Topics.AIS_ZONES, new StringSerializer(), new ByteArraySerializer());
        activities =
                driver.createOutputTopic(
                        Topics.AIS_ACTIVITIES,
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    static Fix fix(int mmsi, double hour, double latitude, double longitude) {
        return fix(mmsi, hour, latitude, longitude, 100, 0);
    }

    static Fix fix(
            int mmsi, double hour, double latitude, double longitude, int speed, int status) {
        return new Fix(
                mmsi,
                at(hour).toEpochMilli(),
                (int) Math.round(latitude * 600_000),
                (int) Math.round(longitude * 600_000),
                speed,
                speed == 0 ? 3600 : 900,
                511,
                status,
                -128,
                1,
                0);
    }

    static Instant at(double hour) {
        return NOON.plusMillis(Math.round(hour * 3_600_000));
    }

    /// Every ten minutes, eastward at ten knots from there.
    static List<Fix> voyage(int mmsi, double from, double to, double latitude, double longitude) {
        var fixes = new ArrayList<Fix>();
        for (int i = 0; from + i / 6.0 <= to + 1e-9; i++) {
            double east = i / 6.0 * 10 / 60 / Math.cos(Math.toRadians(latitude));
            fixes.add(fix(mmsi, from + i / 6.0, latitude, wrapped(longitude + east)));
        }
        return fixes;
    }

    private static double wrapped(double degrees) {
        return degrees - 360 * Math.floor((degrees + 180) / 360);
    }

    /// Every ten minutes, at anchor.
    static List<Fix> anchored(int mmsi, double from, double to, double latitude, double longitude) {
        var fixes = new ArrayList<Fix>();
        for (int i = 0; from + i / 6.0 <= to + 1e-9; i++) {
            fixes.add(fix(mmsi, from + i / 6.0, latitude, longitude, 0, 1));
        }
        return fixes;
    }

    void hear(String recording, double watermark, List<Fix> fixes) {
        hear(recording, "pier", SourceClass.TERRESTRIAL, watermark, fixes);
    }

    void hear(
            String recording,
            String source,
            SourceClass sourceClass,
            double watermark,
            List<Fix> fixes) {
        var frame =
                new Frame(
                        recording + "/" + ++sequence,
                        source,
                        sourceClass,
                        at(watermark).toEpochMilli(),
                        fixes);
        frames.pipeInput(frame.id(), FrameCodec.encode(frame));
        read();
    }

    void identify(int mmsi, int lengthMetres) {
        try {
            identities.pipeInput(
                    "" + mmsi,
                    json.writeValueAsString(
                            new VesselIdentity(
                                    "" + mmsi,
                                    1,
                                    null,
                                    null,
                                    null,
                                    null,
                                    lengthMetres,
                                    null,
                                    null,
                                    NOON,
                                    NOON,
                                    false,
                                    List.of("pier"))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void zone(org.fairlead.contracts.ais.Activity zone) {
        try {
            zones.pipeInput(zone.id().toString(), json.writeValueAsBytes(zone));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// Lets what was put off be done.
    void settle() {
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        read();
    }

    /// Nothing more comes: what waited for more goes on.
    void end() {
        driver.advanceWallClockTime(DerivationDefaults.VALUES.idleAfter().plusSeconds(2));
        read();
    }

    private void read() {
        try {
            for (TestRecord<String, byte[]> record : activities.readRecordsToList()) {
                var type =
                        new String(
                                record.headers().lastHeader("ce_type").value(),
                                StandardCharsets.UTF_8);
                if (type.equals(VesselIdentity.TYPE)) {
                    continue;
                }
                if (type.equals(Silence.TYPE)) {
                    silences.add(json.readValue(record.value(), Silence.class));
                } else {
                    others.add(json.readTree(record.value()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Every version, in the order it was published.
    List<Silence> versions() {
        return List.copyOf(silences);
    }

    /// The newest version of each, retracted ones among them.
    List<Silence> newest() {
        Map<Object, Silence> newest = new LinkedHashMap<>();
        silences.forEach(silence -> newest.put(silence.id(), silence));
        return List.copyOf(newest.values());
    }

    List<Silence> newestOf(int mmsi) {
        return newest().stream()
                .filter(silence -> silence.vessel().mmsi().equals("" + mmsi))
                .toList();
    }

    /// Newest versions of a kind of activity other than a silence.
    List<JsonNode> newestOf(String kind) {
        Map<String, JsonNode> newest = new LinkedHashMap<>();
        others.stream()
                .filter(one -> one.get("details").get("kind").asText().equals(kind))
                .forEach(one -> newest.put(one.get("id").asText(), one));
        return List.copyOf(newest.values());
    }

    @Override
    public void close() {
        driver.close();
    }
}
