@NullMarked
package org.fairlead.sanctions.reference;

import org.jspecify.annotations.NullMarked;
