@NullMarked
package org.fairlead.ais.hygiene;

import org.jspecify.annotations.NullMarked;
