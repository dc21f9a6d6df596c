package org.fairlead.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// The SQL statements that a request costs: the work it makes, which a clock on a shared machine
/// cannot tell.
final class Statements {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private Statements() {}

    /// In their order, without those of the platform itself, which goes its rounds meanwhile.
    static List<String> of(Supplier<?> request) {
        var seen = new CopyOnWriteArrayList<String>();
        var handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord record) {
                        seen.add(record.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        handler.setLevel(Level.ALL);
        Level before = SQL.getLevel();
        boolean wasLoud = SQL.getUseParentHandlers();
        SQL.setUseParentHandlers(false);
        SQL.setLevel(Level.ALL);
        SQL.addHandler(handler);
        try {
            var _ = request.get();
        } finally {
            SQL.removeHandler(handler);
            SQL.setLevel(before);
            SQL.setUseParentHandlers(wasLoud);
        }
        var own = new ArrayList<>(seen);
        own.removeIf(statement -> statement.contains("'fairlead.system', 'on'"));
        return own;
    }
}
