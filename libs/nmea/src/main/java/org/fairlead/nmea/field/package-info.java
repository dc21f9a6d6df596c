/// Every field of every AIS message as a table: where its bits lie, what it is called raw and with
/// its unit, and when it means "not available".
@NullMarked
package org.fairlead.nmea.field;

import org.jspecify.annotations.NullMarked;
