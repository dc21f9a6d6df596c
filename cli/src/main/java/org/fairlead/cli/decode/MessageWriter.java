package org.fairlead.cli.decode;

import java.io.IOException;
import org.fairlead.nmea.AisFieldReader;
import org.jspecify.annotations.Nullable;

/// Where messages go.
interface MessageWriter {

    /// @param file named in the output when there are several
    void write(@Nullable String file, AisFieldReader message) throws IOException;

    void flush() throws IOException;
}
