@NullMarked
package org.fairlead.ais.encounter;

import org.jspecify.annotations.NullMarked;
