package org.fairlead.ais.derivation;

import java.util.List;
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

    HeardFrame with(List<HeardTransmitter> others) {
        return new HeardFrame(
                source, recording, fromMillis, watermarkMillis, storedMillis, others, sourceClass);
    }
}
