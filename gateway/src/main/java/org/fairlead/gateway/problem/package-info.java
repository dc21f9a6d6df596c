/// Refusals that only the gateway makes, and how they are written.
@NullMarked
package org.fairlead.gateway.problem;

import org.jspecify.annotations.NullMarked;
