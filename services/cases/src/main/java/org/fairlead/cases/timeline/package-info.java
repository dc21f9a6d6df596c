/// Everything of a case in the order of time.
@NullMarked
package org.fairlead.cases.timeline;

import org.jspecify.annotations.NullMarked;
