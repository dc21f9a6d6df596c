/// The register of silent ports, for the map.
@NullMarked
package org.fairlead.imagery.port;

import org.jspecify.annotations.NullMarked;
