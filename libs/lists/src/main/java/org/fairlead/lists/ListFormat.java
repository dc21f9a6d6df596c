package org.fairlead.lists;

import java.io.IOException;
import java.io.InputStream;

/// Reads one publisher's format. A file that is not whole and well-formed is refused as a whole.
@FunctionalInterface
public interface ListFormat {

    Reading read(InputStream file) throws IOException;
}
