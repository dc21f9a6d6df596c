@NullMarked
package org.fairlead.ais.recent;

import org.jspecify.annotations.NullMarked;
