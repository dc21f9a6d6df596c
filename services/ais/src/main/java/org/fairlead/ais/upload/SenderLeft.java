package org.fairlead.ais.upload;

import java.io.IOException;
import java.io.InputStream;

/// Whoever was sending a body went away before its end. That is no fault of this side, as one of
/// the disk would be.
final class SenderLeft extends IOException {

    private static final long serialVersionUID = 1L;

    private final long arrivedBytes;

    private SenderLeft(long arrivedBytes, IOException cause) {
        super("the sender left after %d bytes".formatted(arrivedBytes), cause);
        this.arrivedBytes = arrivedBytes;
    }

    /// How much has come of the whole file.
    long arrivedBytes() {
        return arrivedBytes;
    }

    /// The next bytes of a body, as [InputStream#read(byte[])].
    ///
    /// @param arrivedBytes how much has come before
    static int read(InputStream body, byte[] into, long arrivedBytes) throws SenderLeft {
        try {
            return body.read(into);
        } catch (IOException brokenOff) {
            throw new SenderLeft(arrivedBytes, brokenOff);
        }
    }
}
