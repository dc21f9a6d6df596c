/// The United Nations' format.
@NullMarked
package org.fairlead.lists.un;

import org.jspecify.annotations.NullMarked;
