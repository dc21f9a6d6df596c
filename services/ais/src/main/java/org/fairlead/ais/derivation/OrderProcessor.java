package org.fairlead.ais.derivation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.FrameCodec;

/// Hands fixes on by event time: each waits until its source has come a little farther, so that
/// within that time the order of arrival makes no difference to what is derived. Several of a ship
/// go on together ([Waiting#dueMillis]).
///
/// When nothing more comes of a source (a file has ended), what waits goes on all the same.
///
/// What waits of a ship is stored when something of hers goes on. What came since is in the
/// [FrameLog], from which whoever takes over works it out again.
final class OrderProcessor implements Processor<String, ReadFrame, String, HeardFrame> {

    static final String STORE = "in-order";

    /// Each is some hundred bytes.
    private static final Room ROOM = Room.of(50_000);

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    /// Ships of a source that has fallen silent, at a time: all of hundreds of thousands at once
    /// would take longer than a transaction may.
    private static final int MOST_RELEASED = 5_000;

    private final DerivationConfig config;

    /// Who waits follows from the store, so it is not stored.
    private final Map<String, Queue> queues = new HashMap<>();

    private ProcessorContext<String, HeardFrame> context;
    private ObjectStore<Integer, Waiting> store;
    private FrameLog log;

    /// Number of the newest frame.
    private long newest;

    @SuppressWarnings("NullAway.Init")
    OrderProcessor(DerivationConfig config) {
        this.config = config;
    }

    static StoreBuilder<?> store() {
        return new ObjectStoreBuilder<>(
                STORE, Serdes.Integer(), Waiting::encode, Waiting::decode, ROOM);
    }

    @Override
    public void init(ProcessorContext<String, HeardFrame> context) {
        this.context = context;
        store = context.getStateStore(STORE);
        // A task that is revived after a failed commit begins again with the same processor.
        queues.clear();
        newest = 0;
        store.forEach((mmsi, waiting) -> {
            newest = Math.max(newest, waiting.newest());
            queue(mmsi, waiting);
        });
        log = new FrameLog(context.getStateStore(FrameLog.STORE));
        log.readAgain(this::readAgain);
        context.schedule(LOOKS_EVERY, PunctuationType.WALL_CLOCK_TIME, this::releaseOfIdleSources);
    }

    private void readAgain(long number, byte[] bytes) {
        newest = Math.max(newest, number);
        var frame = HeardFrame.of(FrameCodec.decode(bytes), 0);
        // So far the source had come.
        queueOf(frame.source()).seen(frame, context.currentSystemTimeMs());
        for (HeardTransmitter heard : frame.transmitters()) {
            var waiting = waiting(heard.mmsi());
            if (waiting.newest() >= number) {
                continue;
            }
            var place = place(waiting);
            waiting.add(frame.source(), heard.fixes());
            if (!waiting.isEmpty()) {
                requeue(heard.mmsi(), place, waiting);
                leaveUnsaved(heard.mmsi(), waiting, number);
            }
        }
    }

    /// To be put again when it was changed.
    private Waiting waiting(int mmsi) {
        var stored = store.get(mmsi);
        return stored == null ? new Waiting() : stored;
    }

    /// Where a ship stands in line.
    private record Place(String source, long dueMillis) {

        static final Place NONE = new Place("", Long.MIN_VALUE);
    }

    private Place place(Waiting waiting) {
        return waiting.isEmpty() ? Place.NONE : new Place(waiting.source(), dueMillis(waiting));
    }

    private void queue(int mmsi, Waiting waiting) {
        if (!waiting.isEmpty()) {
            queueOf(waiting.source()).put(mmsi, dueMillis(waiting), waiting.toMillis());
        }
    }

    private long dueMillis(Waiting waiting) {
        return waiting.dueMillis(config.gatherWithin().toMillis(), config.gatherMost());
    }

    private Queue queueOf(String source) {
        return queues.computeIfAbsent(
                source, any -> new Queue(source, context.currentSystemTimeMs()));
    }

    @Override
    public void process(Record<String, ReadFrame> record) {
        var frame = record.value().heard();
        var queue = queueOf(frame.source());
        if (queue.wasOff(frame, config.gatherWithin().toMillis())) {
            // What came before is judged as of then.
            releaseAll(queue, Integer.MAX_VALUE, record.timestamp());
        }
        queue.seen(frame, context.currentSystemTimeMs());
        newest++;
        log.put(newest, record.value().bytes());
        long until = frame.watermarkMillis() - config.orderWithin().toMillis();
        var released = new ArrayList<HeardTransmitter>();
        for (HeardTransmitter heard : frame.transmitters()) {
            release(heard.mmsi(), frame.source(), heard.fixes(), until, released);
        }
        for (int mmsi : queue.due(until, Integer.MAX_VALUE)) {
            release(mmsi, frame.source(), List.of(), until, released);
        }
        keepLogShort();
        forward(frame.with(released), record.timestamp());
    }

    private void release(
            int mmsi, String source, List<Fix> fixes, long until, List<HeardTransmitter> released) {
        var waiting = waiting(mmsi);
        var place = place(waiting);
        var late = waiting.add(source, fixes);
        List<Fix> inOrder = List.of();
        if (!waiting.isEmpty() && dueMillis(waiting) <= until) {
            inOrder = waiting.take(until);
        }
        requeue(mmsi, place, waiting);
        if (!inOrder.isEmpty()) {
            save(mmsi, waiting);
        } else if (!fixes.isEmpty() && !waiting.isEmpty()) {
            leaveUnsaved(mmsi, waiting, newest);
        }
        if (!inOrder.isEmpty() || !late.isEmpty()) {
            released.add(new HeardTransmitter(mmsi, inOrder, late));
        }
    }

    private void save(int mmsi, Waiting waiting) {
        if (waiting.lacking() != Waiting.NOTHING) {
            log.saved(waiting.lacking());
        }
        waiting.saved(newest);
        store.put(mmsi, waiting);
    }

    /// @param frame the newest one that is in it
    private void leaveUnsaved(int mmsi, Waiting waiting, long frame) {
        if (waiting.unsaved(frame)) {
            log.lacks(mmsi, frame);
        }
        store.putUnsaved(mmsi, waiting);
    }

    /// A source that hears from space lets a ship wait for hours: she is stored meanwhile.
    private void keepLogShort() {
        log.forget();
        while (log.isTooLong()) {
            long oldest = log.oldest();
            for (int mmsi : log.forgetOldest()) {
                // What is no longer in memory was stored when it made room.
                var waiting = store.inMemory(mmsi);
                if (waiting != null && waiting.lacking() == oldest) {
                    save(mmsi, waiting);
                }
            }
        }
        log.write();
    }

    /// @param before where she stood before she changed
    private void requeue(int mmsi, Place before, Waiting waiting) {
        if (before.equals(place(waiting))) {
            return;
        }
        var queue = queues.get(before.source());
        if (queue != null) {
            queue.remove(mmsi);
        }
        queue(mmsi, waiting);
    }

    private void releaseOfIdleSources(long nowMillis) {
        for (Queue queue : List.copyOf(queues.values())) {
            if (queue.seenAt() > nowMillis - config.idleAfter().toMillis()) {
                continue;
            }
            releaseAll(queue, MOST_RELEASED, nowMillis);
            if (queue.isEmpty()) {
                // Every file that was ever read is a source.
                queues.remove(queue.source());
            }
        }
    }

    private void releaseAll(Queue queue, int most, long nowMillis) {
        var released = new ArrayList<HeardTransmitter>();
        for (int mmsi : queue.due(Long.MAX_VALUE, most)) {
            release(mmsi, queue.source(), List.of(), Long.MAX_VALUE, released);
        }
        keepLogShort();
        if (!released.isEmpty()) {
            forward(queue.frame(released, nowMillis), nowMillis);
        }
    }

    private void forward(HeardFrame frame, long timestamp) {
        context.forward(new Record<>(frame.source(), frame, timestamp));
    }
}
