@NullMarked
package org.fairlead.proof.log;

import org.jspecify.annotations.NullMarked;
