/// Dated listing facts of lists without a file.
@NullMarked
package org.fairlead.sanctions.reference;

import org.jspecify.annotations.NullMarked;
