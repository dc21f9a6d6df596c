/// Raw sentences as they came: kept compressed, chained by hash, traced from a fix.
@NullMarked
package org.fairlead.ais.archive;

import org.jspecify.annotations.NullMarked;
