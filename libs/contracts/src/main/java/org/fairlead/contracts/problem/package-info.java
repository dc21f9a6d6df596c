/// Refusals as RFC 9457 problems, and pages of lists.
@NullMarked
package org.fairlead.contracts.problem;

import org.jspecify.annotations.NullMarked;
