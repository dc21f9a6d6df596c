/// Bytes too large for the database, by their hash.
@NullMarked
package org.fairlead.cases.blob;

import org.jspecify.annotations.NullMarked;
