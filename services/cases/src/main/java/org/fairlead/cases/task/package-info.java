/// What somebody has to do in a case, and by when.
@NullMarked
package org.fairlead.cases.task;

import org.jspecify.annotations.NullMarked;
