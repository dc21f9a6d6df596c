/// OFAC's formats.
@NullMarked
package org.fairlead.lists.ofac;

import org.jspecify.annotations.NullMarked;
