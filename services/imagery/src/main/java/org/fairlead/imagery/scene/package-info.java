/// One image, what it covers and how much of what is there it shows: checked, kept in versions.
@NullMarked
package org.fairlead.imagery.scene;

import org.jspecify.annotations.NullMarked;
