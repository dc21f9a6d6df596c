/// Verdicts against a made world of which the truth is known.
@NullMarked
package org.fairlead.bench.verdict;

import org.jspecify.annotations.NullMarked;
