@NullMarked
package org.fairlead.proof.bag;

import org.jspecify.annotations.NullMarked;
