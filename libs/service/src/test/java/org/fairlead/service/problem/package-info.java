@NullMarked
package org.fairlead.service.problem;

import org.jspecify.annotations.NullMarked;
