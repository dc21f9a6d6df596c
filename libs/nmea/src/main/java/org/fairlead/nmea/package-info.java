/// AIS sentences to messages and columns, and back.
@NullMarked
package org.fairlead.nmea;

import org.jspecify.annotations.NullMarked;
