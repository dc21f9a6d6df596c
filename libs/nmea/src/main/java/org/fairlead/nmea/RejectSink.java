package org.fairlead.nmea;

/// Told of every line that is given up, at once or after having waited for its other parts.
interface RejectSink {
    void rejected(long lineNumber, long byteOffset, Reason reason, int column);
}
