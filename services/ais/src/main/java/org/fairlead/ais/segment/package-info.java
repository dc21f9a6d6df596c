/// Which reports of one MMSI are one ship's: the method of Global Fishing Watch's gpsdio-segment,
/// by how well each report follows from those before.
@NullMarked
package org.fairlead.ais.segment;

import org.jspecify.annotations.NullMarked;
