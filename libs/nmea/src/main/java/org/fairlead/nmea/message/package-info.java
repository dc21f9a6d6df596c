/// What a transmitter said: one record per kind of AIS message.
@NullMarked
package org.fairlead.nmea.message;

import org.jspecify.annotations.NullMarked;
