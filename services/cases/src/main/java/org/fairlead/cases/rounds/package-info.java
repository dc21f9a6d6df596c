/// What the service does by itself from time to time.
@NullMarked
package org.fairlead.cases.rounds;

import org.jspecify.annotations.NullMarked;
