/// From a fix back to the sentences and receivers it came from.
@NullMarked
package org.fairlead.ais.trace;

import org.jspecify.annotations.NullMarked;
