@NullMarked
package org.fairlead.bench.verdict;

import org.jspecify.annotations.NullMarked;
