/// Ships near each other, slow, away from ports and crowds.
///
/// Samples become points on a grid of ten minutes ([GridPoints]), which meet in cells of the sea
/// ([Meeting]); two near each other are a contact, which goes on to the place of the pair
/// ([PairState]), and there contacts become encounters ([EncounterRule]).
@NullMarked
package org.fairlead.ais.encounter;

import org.jspecify.annotations.NullMarked;
