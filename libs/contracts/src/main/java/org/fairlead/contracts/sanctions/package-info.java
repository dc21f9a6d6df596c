/// What the sanctions service tells the others: list versions, listing changes, matches.
@NullMarked
package org.fairlead.contracts.sanctions;

import org.jspecify.annotations.NullMarked;
