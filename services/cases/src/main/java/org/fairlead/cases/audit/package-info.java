/// Who did and who read what: append-only and chained.
@NullMarked
package org.fairlead.cases.audit;

import org.jspecify.annotations.NullMarked;
