/// Tests.
@NullMarked
package org.fairlead.seas.place;

import org.jspecify.annotations.NullMarked;
