package org.fairlead.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The signal that asks a part to end in good order.
public enum StopSignal {
    TERM,
    /// PostgreSQL's fast shutdown: TERM would wait for every client to leave.
    INT;

    public void send(ProcessIdentity process) {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
