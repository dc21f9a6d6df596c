package org.fairlead.ais.derivation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fairlead.ais.frame.ByShip;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.contracts.frame.Frame;
import org.fairlead.contracts.frame.SourceClass;

/// What one source heard, split by transmitter.
///
/// @param source the feed or file
/// @param recording a stretch of the source in which it was on air all the time
/// @param fromMillis the oldest time in the frame
/// @param watermarkMillis the newest time the recording had reached, over all transmitters
/// @param storedMillis when the frame was written: the only time here that is not the events'
/// @param transmitters by MMSI; empty in a frame that only says how far the source has come
/// @param sourceClass whether the source hears from land or from space
public record HeardFrame(
        String source,
        String recording,
        long fromMillis,
        long watermarkMillis,
        long storedMillis,
        List<HeardTransmitter> transmitters,
        SourceClass sourceClass) {

    private static final Comparator<Fix> BY_TIME = Comparator.comparingLong(Fix::epochMillis);

    /// Heard ashore.
    public HeardFrame(
            String source,
            String recording,
            long fromMillis,
            long watermarkMillis,
            long storedMillis,
            List<HeardTransmitter> transmitters) {
        this(
                source,
                recording,
                fromMillis,
                watermarkMillis,
                storedMillis,
                transmitters,
                SourceClass.TERRESTRIAL);
    }

    public HeardFrame {
        transmitters = List.copyOf(transmitters);
    }

    static HeardFrame of(Frame frame, long storedMillis) {
        long from = frame.watermarkMillis();
        for (Fix fix : frame.fixes()) {
            from = Math.min(from, fix.epochMillis());
        }
        String recording = frame.id().substring(0, Math.max(0, frame.id().lastIndexOf('/')));
        return new HeardFrame(
                frame.source(),
                recording,
                from,
                frame.watermarkMillis(),
                storedMillis,
                byTransmitter(frame.fixes()),
                frame.sourceClass());
    }

    private static List<HeardTransmitter> byTransmitter(List<Fix> fixes) {
        var transmitters = new ArrayList<HeardTransmitter>();
        for (List<Fix> hers : ByShip.of(fixes, Fix::mmsi)) {
            hers.sort(BY_TIME);
            transmitters.add(new HeardTransmitter(hers.getFirst().mmsi(), hers, List.of()));
        }
        return transmitters;
    }

    HeardFrame with(List<HeardTransmitter> others) {
        return new HeardFrame(
                source, recording, fromMillis, watermarkMillis, storedMillis, others, sourceClass);
    }
}
