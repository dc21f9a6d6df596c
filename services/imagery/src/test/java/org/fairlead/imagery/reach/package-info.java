/// Tests.
@NullMarked
package org.fairlead.imagery.reach;

import org.jspecify.annotations.NullMarked;
