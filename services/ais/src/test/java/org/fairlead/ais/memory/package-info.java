@NullMarked
package org.fairlead.ais.memory;

import org.jspecify.annotations.NullMarked;
