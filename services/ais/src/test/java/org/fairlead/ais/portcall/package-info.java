@NullMarked
package org.fairlead.ais.portcall;

import org.jspecify.annotations.NullMarked;
