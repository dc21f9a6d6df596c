/// Many sightings from one file: CSV or GeoJSON.
@NullMarked
package org.fairlead.imagery.batch;

import org.jspecify.annotations.NullMarked;
