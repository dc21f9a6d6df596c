package org.fairlead.ais.upload;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/// What the service writes to its log while this is open.
final class LoggedLines implements AutoCloseable {

    private static final Logger OURS = Logger.getLogger("org.fairlead");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    lines.add(
                            entry.getLevel()
                                    + " "
                                    + ExtLogRecord.wrap(entry).getFormattedMessage());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    LoggedLines() {
        OURS.addHandler(handler);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        OURS.removeHandler(handler);
    }
}
