/// From the bytes of a file to frames, identity claims and rejects: the same way each time.
@NullMarked
package org.fairlead.ais.ingest;

import org.jspecify.annotations.NullMarked;
