package org.fairlead.ais.silence;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.fairlead.ais.derivation.DerivationDefaults;
import org.fairlead.ais.derivation.SmallStores;
import org.fairlead.ais.derivation.TopologyStream;
import org.fairlead.ais.sea.Sea;
import org.fairlead.ais.segment.SegmentDefaults;
import org.fairlead.service.json.StrictJson;

/// One instance of the topology with silences, as the service runs it; a process of its own, so
/// that it can be killed.
final class DeriveInstance {

    private DeriveInstance() {}

    static KafkaStreams streams(String servers, String application, Path state, int standbys) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 33_554_432L);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallStores.class);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.consumerPrefix("session.timeout.ms"), 6_000);
        settings.put(StreamsConfig.consumerPrefix("heartbeat.interval.ms"), 1_500);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        var topology =
                TopologyStream.of(
                        List.of(
                                new SilenceStream(
                                        Defaults.VALUES,
                                        Defaults.RECEPTION,
                                        SegmentDefaults.VALUES,
                                        Sea.WITHOUT_LAND,
                                        new SimpleMeterRegistry())),
                        DerivationDefaults.VALUES,
                        StrictJson.mapper(),
                        new SimpleMeterRegistry());
        return new KafkaStreams(topology, settings);
    }

    public static void main(String[] arguments) throws InterruptedException {
        var streams = streams(arguments[0], arguments[1], Path.of(arguments[2]), 1);
        streams.start();
        new CountDownLatch(1).await();
    }
}
