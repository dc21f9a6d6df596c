/// Ships near each other, slow, away from ports.
@NullMarked
package org.fairlead.ais.encounter;

import org.jspecify.annotations.NullMarked;
