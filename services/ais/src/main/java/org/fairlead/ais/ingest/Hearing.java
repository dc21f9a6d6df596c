package org.fairlead.ais.ingest;

import org.fairlead.ais.hygiene.Report;

/// Is told of every position report that was believed, once for each time it was heard: for tracing
/// a fix to its sentences.
public interface Hearing {

    /// @param report with its settled time
    /// @param receiver its name, empty when nobody said
    /// @param text the line it came in
    /// @param isFirst whether this is the one that became the fix
    void heard(Report report, String receiver, String text, boolean isFirst);
}
