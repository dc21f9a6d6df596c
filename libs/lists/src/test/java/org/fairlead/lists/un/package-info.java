@NullMarked
package org.fairlead.lists.un;

import org.jspecify.annotations.NullMarked;
