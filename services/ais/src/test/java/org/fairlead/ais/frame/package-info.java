@NullMarked
package org.fairlead.ais.frame;

import org.jspecify.annotations.NullMarked;
