/// What follows from what was found of a ship before: inferred visits, voyages, identity, draught.
@NullMarked
package org.fairlead.ais.history;

import org.jspecify.annotations.NullMarked;
