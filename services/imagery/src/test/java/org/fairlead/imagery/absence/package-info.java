@NullMarked
package org.fairlead.imagery.absence;

import org.jspecify.annotations.NullMarked;
