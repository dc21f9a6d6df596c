package org.fairlead.ais.derivation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Decodes each frame once, for all derivations.
///
/// Whatever is wrong with a record, it is passed over: thrown, it would come again to every thread
/// that takes over, and nothing would be derived any more.
final class FrameProcessor implements Processor<String, byte[], String, HeardFrame> {

    private static final Logger LOG = Logger.getLogger(FrameProcessor.class);
    private static final Comparator<Fix> BY_TIME = Comparator.comparingLong(Fix::epochMillis);

    private final MeterRegistry meters;
    private ProcessorContext<String, HeardFrame> context;

    @SuppressWarnings("NullAway.Init")
    FrameProcessor(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Where processors are short, what comes in and is asked for goes first; what is derived from
    /// it catches up. Without `-XX:ThreadPriorityPolicy=1` it makes no difference.
    @Override
    @SuppressWarnings("ThreadPriorityCheck")
    public void init(ProcessorContext<String, HeardFrame> context) {
        this.context = context;
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        read(record.value())
                .ifPresent(frame ->
                        context.forward(
                                new Record<>(
                                        frame.source(),
                                        split(frame, record.timestamp()),
                                        record.timestamp())));
    }

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
        meters.counter("fairlead.ais.derivation.frames.unreadable").increment();
        LOG.warnf("frame passed over cause=%s", cause);
        return Optional.empty();
    }

    private static HeardFrame split(Frame frame, long storedMillis) {
        long from = frame.watermarkMillis();
        var byMmsi = new TreeMap<Integer, List<Fix>>();
        for (Fix fix : frame.fixes()) {
            from = Math.min(from, fix.epochMillis());
            byMmsi.computeIfAbsent(fix.mmsi(), any -> new ArrayList<>()).add(fix);
        }
        var transmitters = new ArrayList<HeardTransmitter>(byMmsi.size());
        byMmsi.forEach((mmsi, fixes) -> {
            fixes.sort(BY_TIME);
            transmitters.add(new HeardTransmitter(mmsi, fixes, List.of()));
        });
        String recording = frame.id().substring(0, Math.max(0, frame.id().lastIndexOf('/')));
        return new HeardFrame(
                frame.source(),
                recording,
                from,
                frame.watermarkMillis(),
                storedMillis,
                transmitters,
                frame.sourceClass());
    }
}
