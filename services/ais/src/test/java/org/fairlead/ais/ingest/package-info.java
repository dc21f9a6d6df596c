@NullMarked
package org.fairlead.ais.ingest;

import org.jspecify.annotations.NullMarked;
