/// Tests.
@NullMarked
package org.fairlead.seas.water;

import org.jspecify.annotations.NullMarked;
