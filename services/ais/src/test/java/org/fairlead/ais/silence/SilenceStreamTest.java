package org.fairlead.ais.silence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.fairlead.ais.derivation.DerivationDefaults;
import org.fairlead.ais.derivation.TopologyStream;
import org.fairlead.ais.sea.Sea;
import org.fairlead.ais.segment.SegmentDefaults;
import org.fairlead.contracts.Topics;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.service.json.StrictJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SilenceStreamTest {

    private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");
    private static final int SHE = 273000001;
    private static final int OTHER = 273000002;

    private final ObjectMapper json = StrictJson.mapper();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> frames;
    private TestInputTopic<String, String> identities;
    private TestOutputTopic<String, byte[]> activities;
    private int sequence;

    @BeforeEach
    void start(@TempDir Path directory) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        driver =
                new TopologyTestDriver(
                        TopologyStream.of(
                                List.of(
                                        new SilenceStream(
                                                Defaults.VALUES,
                                                Defaults.RECEPTION,
                                                SegmentDefaults.VALUES,
                                                Sea.WITHOUT_LAND,
                                                meters)),
                                DerivationDefaults.VALUES,
                                json,
                                meters),
                        settings,
                        NOON);
        frames =
                driver.createInputTopic(
                        Topics.AIS_FRAMES, new StringSerializer(), new ByteArraySerializer());
        identities =
                driver.createInputTopic(
                        Topics.AIS_IDENTITIES, new StringSerializer(), new StringSerializer());
        activities =
                driver.createOutputTopic(
                        Topics.AIS_ACTIVITIES,
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private static List<Fix> fixes(int mmsi, Duration from, int n) {
        var fixes = new ArrayList<Fix>();
        for (int i = 0; i < n; i++) {
            fixes.add(
                    new Fix(
                            mmsi,
                            NOON.plus(from).plusSeconds(600L * i).toEpochMilli(),
                            25_000_000 + i,
                            78_000_000,
                            120,
                            450,
                            45,
                            0,
                            0,
                            1,
                            0));
        }
        return fixes;
    }

    private byte[] send(String file, Duration watermark, List<Fix> fixes) {
        byte[] bytes =
                FrameCodec.encode(
                        new Frame(
                                file + "/" + ++sequence,
                                "pier",
                                NOON.plus(watermark).toEpochMilli(),
                                fixes));
        frames.pipeInput(file + "/" + sequence, bytes);
        return bytes;
    }

    /// Nothing more comes: what waited for more goes on.
    private void end() {
        driver.advanceWallClockTime(DerivationDefaults.VALUES.idleAfter().plusSeconds(2));
    }

    private List<Silence> told() {
        var told = new ArrayList<Silence>();
        for (TestRecord<String, byte[]> record : activities.readRecordsToList()) {
            assertThat(record.key()).isEqualTo(Integer.toString(SHE));
            assertThat(header(record, "ce_type")).isEqualTo(Silence.TYPE);
            assertThat(header(record, "ce_id")).isNotBlank();
            try {
                told.add(json.readValue(record.value(), Silence.class));
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return told;
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Test
    void opensASilenceWhenOthersGoOnBeingHeardAndEndsItWhenSheIs() throws IOException {
        identities.pipeInput(
                "" + SHE,
                json.writeValueAsString(
                        new VesselIdentity(
                                "" + SHE,
                                1,
                                "9179842",
                                "NORTHERN STAR",
                                null,
                                null,
                                null,
                                null,
                                "RU",
                                NOON,
                                NOON,
                                false,
                                List.of("pier"))));
        send("a.1", Duration.ofHours(1), fixes(SHE, Duration.ZERO, 7));
        send("a.1", Duration.ofHours(6), fixes(OTHER, Duration.ZERO, 37));
        assertThat(told()).isEmpty();

        send("a.1", Duration.ofHours(8), fixes(OTHER, Duration.ofHours(6), 13));
        var open = told();
        send("a.1", Duration.ofHours(10), fixes(SHE, Duration.ofHours(10), 1));
        end();
        var ended = told();

        assertThat(open)
                .singleElement()
                .returns(Silence.State.OPEN, Silence::state)
                .returns("NORTHERN STAR", silence -> silence.vessel().name())
                .returns("9179842", silence -> silence.vessel().imo())
                .returns(7.0, Silence::durationHours)
                .returns(600.0, Silence::usualIntervalSeconds)
                .returns(
                        "Nothing heard for 7.0 hours while the source was heard; she usually"
                                + " reports every 600 seconds. Only 1 other ships were heard there"
                                + " before and after: how well one is heard is not known.",
                        Silence::reason);
        assertThat(ended)
                .singleElement()
                .returns(Silence.State.REAPPEARED, Silence::state)
                .returns(open.getFirst().id(), Silence::id)
                .returns(2, Silence::version)
                .returns(1, Silence::supersedes);
    }

    @Test
    void opensASilenceOnAFrameWithoutFixesOfItsPartition() {
        send("a.1", Duration.ofHours(1), fixes(SHE, Duration.ZERO, 7));

        send("a.1", Duration.ofHours(7), List.of());

        assertThat(told()).singleElement().returns(Silence.State.OPEN, Silence::state);
    }

    @Test
    void saysNothingTwiceWhenFramesComeTwice() {
        byte[] before = send("a.1", Duration.ofHours(1), fixes(SHE, Duration.ZERO, 7));
        byte[] after = send("a.1", Duration.ofHours(20), fixes(SHE, Duration.ofHours(20), 7));
        assertThat(told()).hasSize(1);

        frames.pipeInput("a.1/1", before);
        frames.pipeInput("a.1/2", after);

        assertThat(told()).isEmpty();
    }

    @Test
    void retractsWhatALaterFileFills() {
        send("a.1", Duration.ofHours(1), fixes(SHE, Duration.ZERO, 7));
        send("a.1", Duration.ofHours(20), fixes(SHE, Duration.ofHours(20), 7));
        var first = told().getFirst();

        send("b.1", Duration.ofHours(20), fixes(SHE, Duration.ofHours(1), 115));
        end();

        assertThat(told())
                .singleElement()
                .returns(Silence.State.RETRACTED, Silence::state)
                .returns(first.id(), Silence::id)
                .returns(2, Silence::version)
                .returns("Late data shows that she was heard within the silence.", Silence::reason);
    }

    @Test
    void passesOverAFrameItCannotReadAndGoesOn() {
        send("a.1", Duration.ofHours(1), fixes(SHE, Duration.ZERO, 7));
        frames.pipeInput("x", new byte[] {1, 2, 3});
        send("a.1", Duration.ofHours(20), fixes(SHE, Duration.ofHours(20), 1));

        assertThat(told()).hasSize(1);
        assertThat(meters.counter("fairlead.ais.derivation.frames.unreadable").count())
                .isEqualTo(1);
    }

    @Test
    void passesOverARecordWithoutAValueAndGoesOn() {
        send("a.1", Duration.ofHours(1), fixes(SHE, Duration.ZERO, 7));
        frames.pipeInput("x", (byte[]) null);
        send("a.1", Duration.ofHours(20), fixes(SHE, Duration.ofHours(20), 1));

        assertThat(told()).hasSize(1);
        assertThat(meters.counter("fairlead.ais.derivation.frames.unreadable").count())
                .isEqualTo(1);
    }

    @Test
    void opensASilenceOnceTheRecordingThatFollowsIsThere() {
        send("a.1", Duration.ofHours(3), fixes(SHE, Duration.ZERO, 7));
        // A third recording, later than the hole, came first: she is put aside, not forgotten.
        send("c.1", Duration.ofHours(60), fixes(OTHER, Duration.ofHours(50), 60));
        assertThat(told()).isEmpty();

        send("b.1", Duration.ofHours(20), fixes(OTHER, Duration.ofMinutes(200), 100));

        assertThat(told()).singleElement().returns(Silence.State.OPEN, Silence::state);
    }
}
