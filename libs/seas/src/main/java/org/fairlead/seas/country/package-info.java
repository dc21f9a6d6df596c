/// Whose coast, whose waters, as far as our sources tell.
@NullMarked
package org.fairlead.seas.country;

import org.jspecify.annotations.NullMarked;
