/// Refusals only this service knows.
@NullMarked
package org.fairlead.cases.problem;

import org.jspecify.annotations.NullMarked;
