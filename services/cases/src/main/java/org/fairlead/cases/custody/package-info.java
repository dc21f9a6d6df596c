/// What became of every exhibit: who had it, when and why, chained.
@NullMarked
package org.fairlead.cases.custody;

import org.jspecify.annotations.NullMarked;
