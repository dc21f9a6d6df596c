/// Who may do what, and the one way to the rows of a team.
@NullMarked
package org.fairlead.cases.access;

import org.jspecify.annotations.NullMarked;
