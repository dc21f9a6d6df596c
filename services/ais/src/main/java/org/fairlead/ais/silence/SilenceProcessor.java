package org.fairlead.ais.silence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.fairlead.contracts.ais.Silence;
import org.fairlead.contracts.ais.VesselIdentity;
import org.fairlead.contracts.ais.VesselRef;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.fairlead.nmea.identity.Mmsi;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Moves bytes between Kafka Streams and [SilenceTracker]: one instance for each partition of
/// frames, with the state of the transmitters in it.
final class SilenceProcessor implements Processor<String, byte[], String, byte[]> {

    static final String TRANSMITTERS = "transmitters";
    static final String SOURCES = "sources";
    static final String IDENTITIES = "identities";

    private static final Logger LOG = Logger.getLogger(SilenceProcessor.class);

    private final SilenceConfig config;
    private final SilenceTracker tracker;
    private final ObjectMapper json;
    private final MeterRegistry meters;
    private final Map<String, Coverage> coverage = new HashMap<>();
    private final Map<String, Watchlist> watchlists = new HashMap<>();

    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<Integer, byte[]> transmitters;
    private KeyValueStore<String, byte[]> sources;
    private KeyValueStore<String, ValueAndTimestamp<String>> identities;

    @SuppressWarnings("NullAway.Init")
    SilenceProcessor(SilenceConfig config, ObjectMapper json, MeterRegistry meters) {
        this.config = config;
        this.tracker = new SilenceTracker(config);
        this.json = json;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        transmitters = context.getStateStore(TRANSMITTERS);
        sources = context.getStateStore(SOURCES);
        identities = context.getStateStore(IDENTITIES);
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
    public void process(Record<String, byte[]> record) {
        var read = read(record.value());
        if (read.isEmpty()) {
            return;
        }
        Frame frame = read.get();
        cover(frame);
        var byMmsi = new TreeMap<Integer, List<Contact>>();
        for (Fix fix : frame.fixes()) {
            byMmsi.computeIfAbsent(fix.mmsi(), any -> new ArrayList<>())
                    .add(Contact.of(fix, frame.source()));
        }
        long horizon = frame.watermarkMillis();
        byMmsi.forEach((mmsi, contacts) -> step(mmsi, contacts, horizon, record.timestamp()));
        for (int mmsi : watchlist(frame.source()).due(coverage(frame.source()), horizon)) {
            step(mmsi, List.of(), horizon, record.timestamp());
        }
    }

    /// Whatever is wrong with a record, it is passed over: thrown, it would come again to every
    /// thread that takes over, and no silence would be found any more.
    private Optional<Frame> read(byte @Nullable [] value) {
        if (value == null) {
            return passedOver("no value");
        }
        try {
            return Optional.of(FrameCodec.decode(value));
        } catch (RuntimeException unreadable) {
            return passedOver(unreadable.toString());
        }
    }

    /// The track store sets it aside; twice would be one dead letter too many.
    private Optional<Frame> passedOver(String cause) {
        meters.counter("fairlead.ais.silence.frames.unreadable").increment();
        LOG.warnf("frame passed over cause=%s", cause);
        return Optional.empty();
    }

    private void cover(Frame frame) {
        long from = frame.watermarkMillis();
        for (Fix fix : frame.fixes()) {
            from = Math.min(from, fix.epochMillis());
        }
        var before = coverage(frame.source());
        String recording = frame.id().substring(0, Math.max(0, frame.id().lastIndexOf('/')));
        var after =
                before.and(
                        recording,
                        from,
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
        var vessel = vessel(new Mmsi(mmsi).toString());
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
        context.forward(new Record<>(vessel.mmsi(), write(silence), timestamp, headers(silence)));
        meters.counter("fairlead.ais.silences", "state", told.state().name()).increment();
        LOG.infof(
                "silence mmsi=%s id=%s version=%d state=%s",
                vessel.mmsi(), silence.id(), silence.version(), silence.state());
    }

    /// As she is known now: the identity may come later than the silence.
    private VesselRef vessel(String mmsi) {
        var stored = identities.get(mmsi);
        if (stored == null || stored.value() == null) {
            return new VesselRef(mmsi, null, null);
        }
        try {
            return json.readValue(stored.value(), VesselIdentity.class).ref();
        } catch (JsonProcessingException unreadable) {
            LOG.warnf("identity passed over mmsi=%s cause=%s", mmsi, unreadable.getMessage());
            return new VesselRef(mmsi, null, null);
        }
    }

    private byte[] write(Silence silence) {
        try {
            return json.writeValueAsBytes(silence);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("silence cannot be written as JSON", impossible);
        }
    }

    /// The CloudEvents envelope in binary mode (Kafka protocol binding, 3.2).
    private static RecordHeaders headers(Silence silence) {
        var headers = new RecordHeaders();
        header(headers, "ce_specversion", "1.0");
        header(
                headers,
                "ce_id",
                OutboxEvent.idOf(Silence.TYPE, silence.id(), silence.version()).toString());
        header(headers, "ce_type", Silence.TYPE);
        header(headers, "ce_source", "/fairlead/ais");
        header(headers, "ce_time", silence.derivedAt().toString());
        header(headers, "content-type", "application/json");
        return headers;
    }

    private static void header(RecordHeaders headers, String name, @Nullable String value) {
        headers.add(name, String.valueOf(value).getBytes(StandardCharsets.UTF_8));
    }
}
