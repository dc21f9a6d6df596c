@NullMarked
package org.fairlead.ais.conduct;

import org.jspecify.annotations.NullMarked;
