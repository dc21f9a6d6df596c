@NullMarked
package org.fairlead.bench.world;

import org.jspecify.annotations.NullMarked;
