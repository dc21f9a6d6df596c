@NullMarked
package org.fairlead.proof.audit;

import org.jspecify.annotations.NullMarked;
