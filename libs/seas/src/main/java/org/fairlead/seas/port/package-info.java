/// The register of ports that lists derived from AIS do not show.
@NullMarked
package org.fairlead.seas.port;

import org.jspecify.annotations.NullMarked;
