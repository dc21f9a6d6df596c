/// Something detected that waits for a decision.
@NullMarked
package org.fairlead.cases.lead;

import org.jspecify.annotations.NullMarked;
