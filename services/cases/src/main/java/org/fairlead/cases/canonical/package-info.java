/// JSON in its one canonical form, so that equal records have equal hashes.
@NullMarked
package org.fairlead.cases.canonical;

import org.jspecify.annotations.NullMarked;
