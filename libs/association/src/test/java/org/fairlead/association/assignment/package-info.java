@NullMarked
package org.fairlead.association.assignment;

import org.jspecify.annotations.NullMarked;
