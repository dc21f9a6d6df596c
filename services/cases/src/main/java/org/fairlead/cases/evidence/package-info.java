/// Records frozen as they were, with their hash and origin.
@NullMarked
package org.fairlead.cases.evidence;

import org.jspecify.annotations.NullMarked;
