/// Who was listed on a date, answered from what was observed.
@NullMarked
package org.fairlead.sanctions.asof;

import org.jspecify.annotations.NullMarked;
