@NullMarked
package org.fairlead.association.belief;

import org.jspecify.annotations.NullMarked;
