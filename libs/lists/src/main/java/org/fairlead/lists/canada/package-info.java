/// Canada's format.
@NullMarked
package org.fairlead.lists.canada;

import org.jspecify.annotations.NullMarked;
