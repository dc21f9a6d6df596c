@NullMarked
package org.fairlead.bench.traffic;

import org.jspecify.annotations.NullMarked;
