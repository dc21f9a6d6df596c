/// What a check found.
@NullMarked
package org.fairlead.proof.finding;

import org.jspecify.annotations.NullMarked;
