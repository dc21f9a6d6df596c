@NullMarked
package org.fairlead.bench.fuzz;

import org.jspecify.annotations.NullMarked;
