@NullMarked
package org.fairlead.ais.vessel;

import org.jspecify.annotations.NullMarked;
