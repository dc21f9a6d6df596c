/// Refusals as exceptions, and their way to RFC 9457 problems.
@NullMarked
package org.fairlead.service.problem;

import org.jspecify.annotations.NullMarked;
