/// What a rule found, and what was told of it: versions, retractions.
@NullMarked
package org.fairlead.ais.finding;

import org.jspecify.annotations.NullMarked;
