/// A case: its number, its states, its subjects, its history.
@NullMarked
package org.fairlead.cases.casefile;

import org.jspecify.annotations.NullMarked;
