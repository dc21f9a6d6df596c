@NullMarked
package org.fairlead.ais.silence;

import org.jspecify.annotations.NullMarked;
