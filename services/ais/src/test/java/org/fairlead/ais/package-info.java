@NullMarked
package org.fairlead.ais;

import org.jspecify.annotations.NullMarked;
