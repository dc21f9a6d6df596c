@NullMarked
package org.fairlead.sanctions;

import org.jspecify.annotations.NullMarked;
