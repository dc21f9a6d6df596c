@NullMarked
package org.fairlead.proof.merkle;

import org.jspecify.annotations.NullMarked;
