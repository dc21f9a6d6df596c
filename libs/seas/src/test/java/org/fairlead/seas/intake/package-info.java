/// Tests.
@NullMarked
package org.fairlead.seas.intake;

import org.jspecify.annotations.NullMarked;
