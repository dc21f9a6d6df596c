@NullMarked
package org.fairlead.ais.segment;

import org.jspecify.annotations.NullMarked;
