/// Entries of a log, each with the hash of the one before.
@NullMarked
package org.fairlead.proof.audit;

import org.jspecify.annotations.NullMarked;
