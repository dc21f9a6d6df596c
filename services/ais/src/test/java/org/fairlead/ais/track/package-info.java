@NullMarked
package org.fairlead.ais.track;

import org.jspecify.annotations.NullMarked;
