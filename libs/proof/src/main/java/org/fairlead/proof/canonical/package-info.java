/// JSON in its one canonical form, so that equal records have equal hashes.
@NullMarked
package org.fairlead.proof.canonical;

import org.jspecify.annotations.NullMarked;
