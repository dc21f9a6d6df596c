/// The link board: what is in a case, what is said to belong together, and where else it is seen.
@NullMarked
package org.fairlead.cases.board;

import org.jspecify.annotations.NullMarked;
