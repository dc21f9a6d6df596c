/// Tests.
@NullMarked
package org.fairlead.seas.reach;

import org.jspecify.annotations.NullMarked;
