@NullMarked
package org.fairlead.ais.anomaly;

import org.jspecify.annotations.NullMarked;
