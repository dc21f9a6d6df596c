/// Cases that belong together, and cases merged into one.
@NullMarked
package org.fairlead.cases.relation;

import org.jspecify.annotations.NullMarked;
