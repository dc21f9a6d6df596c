@NullMarked
package org.fairlead.ais.trace;

import org.jspecify.annotations.NullMarked;
