@NullMarked
package org.fairlead.imagery.port;

import org.jspecify.annotations.NullMarked;
