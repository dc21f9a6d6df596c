package org.fairlead.ais.derivation;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.FrameCodec;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Decodes each frame once, for all derivations.
///
/// Whatever is wrong with a record, it is passed over: thrown, it would come again to every thread
/// that takes over, and nothing would be derived any more.
final class FrameProcessor implements Processor<String, byte[], String, ReadFrame> {

    private static final Logger LOG = Logger.getLogger(FrameProcessor.class);

    private final MeterRegistry meters;
    private ProcessorContext<String, ReadFrame> context;

    @SuppressWarnings("NullAway.Init")
    FrameProcessor(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Where processors are short, what comes in and is asked for goes first; what is derived from
    /// it catches up. Without `-XX:ThreadPriorityPolicy=1` it makes no difference.
    @Override
    @SuppressWarnings("ThreadPriorityCheck")
    public void init(ProcessorContext<String, ReadFrame> context) {
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
                                        new ReadFrame(
                                                HeardFrame.of(frame, record.timestamp()),
                                                record.value()),
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
}
