@NullMarked
package org.fairlead.ais.history;

import org.jspecify.annotations.NullMarked;
