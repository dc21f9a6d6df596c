/// The log over all chains of an instance: every entry in the order it came, each with a hash over
/// all before it, under a tree whose root is signed.
@NullMarked
package org.fairlead.proof.log;

import org.jspecify.annotations.NullMarked;
