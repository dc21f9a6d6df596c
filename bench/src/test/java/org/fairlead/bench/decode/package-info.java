@NullMarked
package org.fairlead.bench.decode;

import org.jspecify.annotations.NullMarked;
