/// Areas on the earth as GeoJSON gives them: what a scene shows, where within a ship was seen.
@NullMarked
package org.fairlead.imagery.footprint;

import org.jspecify.annotations.NullMarked;
