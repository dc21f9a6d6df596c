@NullMarked
package org.fairlead.seas.port;

import org.jspecify.annotations.NullMarked;
