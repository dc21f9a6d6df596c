/// Port visits, after Global Fishing Watch's state machine.
@NullMarked
package org.fairlead.ais.portcall;

import org.jspecify.annotations.NullMarked;
