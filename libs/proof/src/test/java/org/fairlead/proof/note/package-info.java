@NullMarked
package org.fairlead.proof.note;

import org.jspecify.annotations.NullMarked;
