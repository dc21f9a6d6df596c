package org.fairlead.imagery.batch;

import java.io.IOException;
import java.util.Optional;

/// Rows of a file one after the other, none of them kept.
interface FileRows extends AutoCloseable {

    /// The next row, empty at the end.
    Optional<FileRow> next() throws IOException;

    @Override
    void close() throws IOException;
}
