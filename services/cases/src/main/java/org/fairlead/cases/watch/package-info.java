/// What somebody wants to hear of as it comes in.
@NullMarked
package org.fairlead.cases.watch;

import org.jspecify.annotations.NullMarked;
