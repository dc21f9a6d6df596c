/// A tree of hashes over a log that only grows (RFC 6962), and proofs in it.
@NullMarked
package org.fairlead.proof.merkle;

import org.jspecify.annotations.NullMarked;
