@NullMarked
package org.fairlead.sanctions.asof;

import org.jspecify.annotations.NullMarked;
