/// Accuracy, exactness and speed of screening, beside baselines in the same run.
@NullMarked
package org.fairlead.bench.screening;

import org.jspecify.annotations.NullMarked;
