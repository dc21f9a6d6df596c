@NullMarked
package org.fairlead.proof.timestamp;

import org.jspecify.annotations.NullMarked;
