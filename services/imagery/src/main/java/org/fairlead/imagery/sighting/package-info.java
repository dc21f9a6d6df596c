/// One ship seen at one place by something other than AIS: checked, kept in versions, told.
@NullMarked
package org.fairlead.imagery.sighting;

import org.jspecify.annotations.NullMarked;
