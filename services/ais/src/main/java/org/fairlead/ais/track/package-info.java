/// Where transmitters were: segments at rest, tracks on request.
@NullMarked
package org.fairlead.ais.track;

import org.jspecify.annotations.NullMarked;
