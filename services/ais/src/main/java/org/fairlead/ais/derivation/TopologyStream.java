package org.fairlead.ais.derivation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.fairlead.contracts.Topics;
import org.jboss.logging.Logger;

/// Frames in, activities out: assembles the topology from its contributions.
///
/// Exactly once (`exactly_once_v2`), because an activity is state and output in one: a crash
/// between the two would lose a version for good.
@ApplicationScoped
public class TopologyStream {

    private static final Logger LOG = Logger.getLogger(TopologyStream.class);

    @Produces
    @Singleton
    Topology topology(
            @All List<DerivationStream> derivations,
            @All List<AfterwardsStream> afterwards,
            DerivationConfig config,
            ObjectMapper json,
            MeterRegistry meters) {
        return of(derivations, afterwards, config, json, meters);
    }

    /// Kafka being away is waited out by the clients; whatever else ends a thread, another takes
    /// over from the last commit.
    @Produces
    @Singleton
    StreamsUncaughtExceptionHandler replaceThread() {
        return fault -> {
            LOG.errorf(fault, "derivation goes on with a new thread");
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }

    public static Topology of(
            List<DerivationStream> derivations,
            DerivationConfig config,
            ObjectMapper json,
            MeterRegistry meters) {
        return of(derivations, List.of(), config, json, meters);
    }

    public static Topology of(
            List<DerivationStream> derivations,
            List<AfterwardsStream> afterwards,
            DerivationConfig config,
            ObjectMapper json,
            MeterRegistry meters) {
        var builder = new StreamsBuilder();
        builder.addGlobalStore(
                KnownVessels.store(),
                Topics.AIS_IDENTITIES,
                Consumed.with(Serdes.String(), Serdes.String()),
                IdentityProcessor::new);
        builder.globalTable(
                Topics.AIS_ZONES,
                Consumed.with(Serdes.String(), Serdes.String()),
                Materialized.as(Stores.inMemoryKeyValueStore(KnownZones.STORE)));
        KStream<String, HeardFrame> inOrder =
                builder.stream(
                                Topics.AIS_FRAMES,
                                Consumed.with(Serdes.String(), Serdes.ByteArray()))
                        .process(() -> new FrameProcessor(meters), Named.as("heard"))
                        .process(
                                with(
                                        () -> new OrderProcessor(config),
                                        Set.of(OrderProcessor.store(), FrameLog.store())),
                                Named.as(OrderProcessor.STORE));
        // By name: the beans' order is none, and nodes and stores must be found again.
        for (DerivationStream one : sorted(derivations)) {
            add(one, inOrder, json);
        }
        addAfterwards(builder, afterwards, json);
        return builder.build();
    }

    private static List<DerivationStream> sorted(List<DerivationStream> derivations) {
        var names = new HashSet<String>();
        for (DerivationStream one : derivations) {
            if (!names.add(one.name())) {
                throw new IllegalArgumentException("two derivations are named " + one.name());
            }
        }
        return derivations.stream().sorted(Comparator.comparing(DerivationStream::name)).toList();
    }

    private static void addAfterwards(
            StreamsBuilder builder, List<AfterwardsStream> afterwards, ObjectMapper json) {
        if (afterwards.isEmpty()) {
            return;
        }
        KStream<String, byte[]> found =
                builder.stream(
                        Topics.AIS_ACTIVITIES, Consumed.with(Serdes.String(), Serdes.ByteArray()));
        for (AfterwardsStream one : afterwards) {
            var derived = found.process(with(one::processor, one.stores()), Named.as(one.name()));
            publish(derived, one.name(), json);
            one.cells()
                    .map(rule -> CellStage.of(rule, one.name() + "-cells"))
                    .ifPresent(stage -> addCells(derived, one.name(), stage, json));
        }
    }

    private static void add(
            DerivationStream one, KStream<String, HeardFrame> frames, ObjectMapper json) {
        var derived = frames.process(with(one::processor, one.stores()), Named.as(one.name()));
        publish(derived, one.name(), json);
        one.cellStage().ifPresent(stage -> addCells(derived, one.name(), stage, json));
    }

    private static void addCells(
            KStream<String, Derived> derived, String name, CellStage stage, ObjectMapper json) {
        String node = name + "-cells";
        var notes =
                derived.flatMap(
                                (key, value) ->
                                        value instanceof CellNote note
                                                ? List.of(KeyValue.pair(note.cell(), note.bytes()))
                                                : List.<KeyValue<Long, byte[]>>of(),
                                Named.as(name + "-notes"))
                        .repartition(
                                Repartitioned.with(Serdes.Long(), Serdes.ByteArray())
                                        .withName(node));
        var found = notes.process(with(stage.processor(), stage.stores()), Named.as(node));
        publish(found, node, json);
        var next = stage.then();
        if (next != null) {
            addCells(found, node, next, json);
        }
    }

    private static void publish(KStream<String, Derived> derived, String name, ObjectMapper json) {
        derived.process(() -> new ActivityProcessor(json), Named.as(name + "-activities"))
                .to(
                        Topics.AIS_ACTIVITIES,
                        Produced.with(Serdes.String(), Serdes.ByteArray())
                                .withName(name + "-published"));
        // Zones are known to all instances: a silence in one is not the ship's doing.
        derived.process(() -> new ZoneProcessor(json), Named.as(name + "-zones"))
                .to(
                        Topics.AIS_ZONES,
                        Produced.with(Serdes.String(), Serdes.ByteArray())
                                .withName(name + "-zones-published"));
    }

    private static <KI, VI, KO, VO> ProcessorSupplier<KI, VI, KO, VO> with(
            java.util.function.Supplier<Processor<KI, VI, KO, VO>> processor,
            Set<StoreBuilder<?>> stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<KI, VI, KO, VO> get() {
                return processor.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return stores;
            }
        };
    }
}
