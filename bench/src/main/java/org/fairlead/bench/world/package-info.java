/// A world of ships from a seed: what their receivers would log, and what was true.
///
/// Nothing here was observed. Whoever passes the lines on labels them synthetic.
@NullMarked
package org.fairlead.bench.world;

import org.jspecify.annotations.NullMarked;
