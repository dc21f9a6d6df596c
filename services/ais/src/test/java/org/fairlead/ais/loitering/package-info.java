@NullMarked
package org.fairlead.ais.loitering;

import org.jspecify.annotations.NullMarked;
