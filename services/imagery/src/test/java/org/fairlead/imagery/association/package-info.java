@NullMarked
package org.fairlead.imagery.association;

import org.jspecify.annotations.NullMarked;
