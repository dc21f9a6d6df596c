@NullMarked
package org.fairlead.imagery.scene;

import org.jspecify.annotations.NullMarked;
