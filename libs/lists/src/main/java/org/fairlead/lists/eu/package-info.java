/// The European Union's formats.
@NullMarked
package org.fairlead.lists.eu;

import org.jspecify.annotations.NullMarked;
