/// All rules that look at one ship after another, run on her samples in the stream.
@NullMarked
package org.fairlead.ais.conduct;

import org.jspecify.annotations.NullMarked;
