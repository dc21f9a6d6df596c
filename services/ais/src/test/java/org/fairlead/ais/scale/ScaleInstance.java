package org.fairlead.ais.scale;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.fairlead.ais.Configured;
import org.fairlead.ais.anomaly.AnomalyConfig;
import org.fairlead.ais.conduct.ConductStream;
import org.fairlead.ais.derivation.DerivationConfig;
import org.fairlead.ais.derivation.TopologyStream;
import org.fairlead.ais.encounter.EncounterConfig;
import org.fairlead.ais.history.HistoryConfig;
import org.fairlead.ais.history.HistoryStream;
import org.fairlead.ais.loitering.LoiteringConfig;
import org.fairlead.ais.portcall.Harbours;
import org.fairlead.ais.portcall.PortCallConfig;
import org.fairlead.ais.portcall.RegisteredHarbours;
import org.fairlead.ais.reception.ReceptionConfig;
import org.fairlead.ais.sample.SampleConfig;
import org.fairlead.ais.sea.Sea;
import org.fairlead.ais.segment.SegmentConfig;
import org.fairlead.ais.silence.SilenceConfig;
import org.fairlead.ais.silence.SilenceStream;
import org.fairlead.service.json.StrictJson;
import org.jboss.logmanager.LogContext;

/// One instance of the whole topology with the service's own settings, in a process of its own, so
/// that it can be killed and its processor time be read.
final class ScaleInstance {

    private static final String PREFIX = "kafka-streams.";

    private ScaleInstance() {}

    /// @param arguments servers, application, state directory, standbys, threads
    public static void main(String[] arguments) throws InterruptedException {
        // As the service has it: otherwise Kafka writes each of its steps down, for nobody.
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
        var settings = settings();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, arguments[1]);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, arguments[2]);
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, arguments[3]);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, arguments[4]);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        var streams = new KafkaStreams(topology(), settings);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> streams.close(Duration.ofSeconds(30))));
        streams.setUncaughtExceptionHandler(fault -> {
            fault.printStackTrace();
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.start();
        new CountDownLatch(1).await();
    }

    /// As the service has them.
    private static Properties settings() {
        var all = new Properties();
        var settings = new Properties();
        try (var in =
                ScaleInstance.class
                        .getClassLoader()
                        .getResourceAsStream("application.properties")) {
            all.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (Map.Entry<Object, Object> entry : all.entrySet()) {
            if (entry.getKey().toString().startsWith(PREFIX)) {
                settings.put(
                        entry.getKey().toString().substring(PREFIX.length()),
                        entry.getValue().toString());
            }
        }
        return settings;
    }

    private static Topology topology() {
        var meters = new SimpleMeterRegistry();
        Harbours harbours =
                System.getProperty("scale.ports", "made").equals("listed")
                        ? new RegisteredHarbours()
                        : new MadeHarbours();
        return TopologyStream.of(
                List.of(
                        new SilenceStream(
                                Configured.defaults(SilenceConfig.class),
                                Configured.defaults(ReceptionConfig.class),
                                Configured.defaults(SegmentConfig.class),
                                Sea.WITHOUT_LAND,
                                meters),
                        new ConductStream(
                                Configured.defaults(SampleConfig.class),
                                Configured.defaults(PortCallConfig.class),
                                Configured.defaults(LoiteringConfig.class),
                                Configured.defaults(AnomalyConfig.class),
                                Configured.defaults(EncounterConfig.class),
                                harbours,
                                meters)),
                List.of(
                        new HistoryStream(
                                Configured.defaults(HistoryConfig.class),
                                Configured.defaults(PortCallConfig.class),
                                harbours,
                                Sea.WITHOUT_LAND)),
                Configured.defaults(DerivationConfig.class),
                StrictJson.mapper(),
                meters);
    }
}
