@NullMarked
package org.fairlead.imagery.silence;

import org.jspecify.annotations.NullMarked;
