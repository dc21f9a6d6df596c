package org.fairlead.ais.frame;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.fairlead.ais.ingest.NumberedFrame;

/// Where frames go.
public interface FrameSink {

    /// Over how many partitions transmitters are spread.
    Uni<Integer> partitions();

    /// Done when every one of them is safe.
    Uni<Void> publish(List<NumberedFrame> frames);
}
