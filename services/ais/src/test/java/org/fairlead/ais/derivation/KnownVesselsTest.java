package org.fairlead.ais.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asked through a topology, with identities as the topic has them.
class KnownVesselsTest {

    private static final String BELUGA =
            """
            {"mmsi":"273000001","version":2,"imo":"9074729","name":"BELUGA","callSign":"UBXX",
             "shipTypeCode":70,"lengthMetres":120,"beamMetres":18,"flagClaimedByMid":"RU",
             "firstSeenAt":"2026-01-01T00:00:00Z","lastSeenAt":"2026-01-02T00:00:00Z",
             "synthetic":true,"sources":["made"],"ofALaterVersion":1}
            """;

    private static final String NAMELESS =
            """
            {"mmsi":"273000001","version":3,"firstSeenAt":"2026-01-01T00:00:00Z",
             "lastSeenAt":"2026-01-02T00:00:00Z","synthetic":true,"sources":["made"]}
            """;

    @TempDir private Path directory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, String> identities;

    private static final class Asker extends ContextualFixedKeyProcessor<String, String, String> {
        @Override
        public void process(FixedKeyRecord<String, String> asked) {
            var vessels = KnownVessels.of(context());
            int mmsi = Integer.parseInt(asked.key());
            context()
                    .forward(
                            asked.withValue(
                                    vessels.vessel(mmsi)
                                            + " "
                                            + vessels.of(mmsi)
                                            + " "
                                            + vessels.changedMillis(mmsi)));
        }
    }

    @BeforeEach
    void start() {
        var builder = new StreamsBuilder();
        builder.addGlobalStore(
                KnownVessels.store(),
                "identities",
                Consumed.with(Serdes.String(), Serdes.String()),
                IdentityProcessor::new);
        builder.stream("asked", Consumed.with(Serdes.String(), Serdes.String()))
                .processValues(Asker::new)
                .to("answers");
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "vessels");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(
                StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        settings.put(
                StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        driver = new TopologyTestDriver(builder.build(), settings, Instant.EPOCH);
        identities =
                driver.createInputTopic(
                        "identities", new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private String ask(String mmsi) {
        driver.createInputTopic("asked", new StringSerializer(), new StringSerializer())
                .pipeInput(mmsi, "?");
        return driver.createOutputTopic(
                        "answers", new StringDeserializer(), new StringDeserializer())
                .readValue();
    }

    @Test
    void knowsOfAShipWhatIsAskedAndWhenItChanged() {
        identities.pipeInput("273000001", BELUGA, 1_000L);

        assertThat(ask("273000001"))
                .contains("shipTypeCode=70", "lengthMetres=120")
                .contains("VesselRef[mmsi=273000001, imo=9074729, name=BELUGA]")
                .endsWith(" 1000");
    }

    @Test
    void takesWhatAShipNoLongerSaysFromHer() {
        identities.pipeInput("273000001", BELUGA, 1_000L);
        identities.pipeInput("273000001", NAMELESS, 2_000L);

        assertThat(ask("273000001"))
                .contains("shipTypeCode=null", "lengthMetres=null")
                .contains("VesselRef[mmsi=273000001, imo=null, name=null]")
                .endsWith(" 2000");
    }

    @Test
    void saysNothingOfAShipThatSaidNothingOrWhoseIdentityWasDeleted() {
        identities.pipeInput("273000001", BELUGA, 1_000L);
        identities.pipeInput("273000001", (String) null, 2_000L);

        assertThat(ask("273000001"))
                .isEqualTo("null VesselRef[mmsi=273000001, imo=null, name=null] 0");
        assertThat(ask("001234567"))
                .isEqualTo("null VesselRef[mmsi=001234567, imo=null, name=null] 0");
    }

    @Test
    void keepsWhatItKnewWhenARecordCannotBeRead() {
        identities.pipeInput("273000001", BELUGA, 1_000L);
        identities.pipeInput("273000001", "{", 2_000L);
        identities.pipeInput("273000001", "[]", 2_000L);
        identities.pipeInput("not an mmsi", BELUGA, 2_000L);

        assertThat(ask("273000001")).contains("name=BELUGA").endsWith(" 1000");
    }
}
