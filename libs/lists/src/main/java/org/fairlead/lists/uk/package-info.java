/// The United Kingdom's formats.
@NullMarked
package org.fairlead.lists.uk;

import org.jspecify.annotations.NullMarked;
