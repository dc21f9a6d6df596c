/// How likely each candidate is, and how easily chance alone would have made one.
@NullMarked
package org.fairlead.association.belief;

import org.jspecify.annotations.NullMarked;
