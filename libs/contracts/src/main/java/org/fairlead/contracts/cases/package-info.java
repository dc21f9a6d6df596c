/// What the cases service tells the others: that something changed, never what.
@NullMarked
package org.fairlead.contracts.cases;

import org.jspecify.annotations.NullMarked;
