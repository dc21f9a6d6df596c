@NullMarked
package org.fairlead.contracts;

import org.jspecify.annotations.NullMarked;
