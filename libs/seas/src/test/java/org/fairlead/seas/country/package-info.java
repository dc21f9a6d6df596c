/// Tests.
@NullMarked
package org.fairlead.seas.country;

import org.jspecify.annotations.NullMarked;
