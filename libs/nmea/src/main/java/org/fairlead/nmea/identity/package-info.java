/// Numbers that name a ship or a station: MMSI, IMO number, maritime identification digits.
@NullMarked
package org.fairlead.nmea.identity;

import org.jspecify.annotations.NullMarked;
