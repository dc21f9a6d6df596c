@NullMarked
package org.fairlead.imagery;

import org.jspecify.annotations.NullMarked;
