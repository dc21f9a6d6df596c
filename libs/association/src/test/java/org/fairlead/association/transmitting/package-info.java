@NullMarked
package org.fairlead.association.transmitting;

import org.jspecify.annotations.NullMarked;
