package org.fairlead.ais.silence;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.fairlead.ais.derivation.Activity;
import org.fairlead.ais.derivation.Derived;
import org.fairlead.ais.derivation.HeardFrame;
import org.fairlead.ais.derivation.HeardTransmitter;
import org.fairlead.ais.derivation.KnownVessels;
import org.fairlead.contracts.ais.Silence;
import org.jboss.logging.Logger;

/// Moves bytes between Kafka Streams and [SilenceTracker]: one instance for each partition of
/// frames, with the state of the transmitters in it.
final class SilenceProcessor implements Processor<String, HeardFrame, String, Derived> {

    static final String TRANSMITTERS = "transmitters";
    static final String SOURCES = "sources";

    private static final Logger LOG = Logger.getLogger(SilenceProcessor.class);

    private final SilenceConfig config;
    private final SilenceTracker tracker;
    private final MeterRegistry meters;
    private final Map<String, Coverage> coverage = new HashMap<>();
    private final Map<String, Watchlist> watchlists = new HashMap<>();

    private ProcessorContext<String, Derived> context;
    private KeyValueStore<Integer, byte[]> transmitters;
    private KeyValueStore<String, byte[]> sources;
    private KnownVessels vessels;

    @SuppressWarnings("NullAway.Init")
    SilenceProcessor(SilenceConfig config, MeterRegistry meters) {
        this.config = config;
        this.tracker = new SilenceTracker(config);
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Derived> context) {
        this.context = context;
        transmitters = context.getStateStore(TRANSMITTERS);
        sources = context.getStateStore(SOURCES);
        vessels = KnownVessels.of(context);
        try (var all = sources.all()) {
            all.forEachRemaining(
                    entry -> coverage.put(entry.key, StateCodec.decodeCoverage(entry.value)));
        }
        // Who is to be looked at when is not stored: it follows from what is.
        try (var all = transmitters.all()) {
            all.forEachRemaining(entry -> watch(entry.key, StateCodec.decode(entry.value)));
        }
    }

    private void watch(int mmsi, TransmitterState state) {
        watch(mmsi, tracker.on(state, List.of(), this::coverage, 0));
    }

    private void watch(int mmsi, SilenceTracker.Step step) {
        var inOrder = step.next().presences().inOrder();
        if (step.wakeAt().isPresent() && !inOrder.isEmpty()) {
            var last = inOrder.getLast().last();
            watchlist(last.source()).put(mmsi, last.atMillis(), step.wakeAt().getAsLong());
        }
    }

    private Watchlist watchlist(String source) {
        return watchlists.computeIfAbsent(source, any -> new Watchlist());
    }

    private Coverage coverage(String source) {
        return coverage.getOrDefault(source, Coverage.NONE);
    }

    @Override
    public void process(Record<String, HeardFrame> record) {
        var frame = record.value();
        cover(frame);
        long horizon = frame.watermarkMillis();
        for (HeardTransmitter heard : frame.transmitters()) {
            var contacts =
                    heard.fixes().stream().map(fix -> Contact.of(fix, frame.source())).toList();
            step(heard.mmsi(), contacts, horizon, record.timestamp());
        }
        for (int mmsi : watchlist(frame.source()).due(coverage(frame.source()), horizon)) {
            step(mmsi, List.of(), horizon, record.timestamp());
        }
    }

    private void cover(HeardFrame frame) {
        var before = coverage(frame.source());
        var after =
                before.and(
                        frame.recording(),
                        frame.fromMillis(),
                        frame.watermarkMillis(),
                        config.sourceGapWithin().toMillis());
        if (!after.equals(before)) {
            coverage.put(frame.source(), after);
            sources.put(frame.source(), StateCodec.encode(after));
        }
    }

    private void step(int mmsi, List<Contact> contacts, long horizonMillis, long timestamp) {
        byte[] stored = transmitters.get(mmsi);
        var before = stored == null ? TransmitterState.NONE : StateCodec.decode(stored);
        var step = tracker.on(before, contacts, this::coverage, horizonMillis);
        if (!step.next().equals(before)) {
            transmitters.put(mmsi, StateCodec.encode(step.next()));
        }
        for (Told told : step.found()) {
            publish(mmsi, told, before, step.next(), timestamp);
        }
        watch(mmsi, step);
    }

    private void publish(
            int mmsi, Told told, TransmitterState before, TransmitterState after, long timestamp) {
        var vessel = vessels.of(mmsi);
        var silence =
                SilenceEvent.of(
                        vessel,
                        told,
                        SilenceWording.reason(
                                told,
                                before.told().get(told.start().atMillis()),
                                after.presences()),
                        config,
                        Instant.ofEpochMilli(timestamp));
        var activity =
                new Activity(
                        vessel.mmsi(),
                        Silence.TYPE,
                        silence.id(),
                        silence.version(),
                        silence.derivedAt(),
                        silence);
        context.forward(new Record<>(null, activity, timestamp));
        meters.counter("fairlead.ais.silences", "state", told.state().name()).increment();
        LOG.infof(
                "silence mmsi=%s id=%s version=%d state=%s",
                vessel.mmsi(), silence.id(), silence.version(), silence.state());
    }
}
