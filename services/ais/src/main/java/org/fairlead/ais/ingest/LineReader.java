package org.fairlead.ais.ingest;

import java.util.Map;

/// Reads one format of lines into an [Intake].
interface LineReader {

    /// Reads on in the window; what is left of an unfinished line stays there.
    void pass(LineWindow window, boolean isLast);

    Summary.Lines lines();

    Map<String, Long> messagesByType();

    long bytesRead();

    long linesRead();
}
