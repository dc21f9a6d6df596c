@NullMarked
package org.fairlead.lists;

import org.jspecify.annotations.NullMarked;
