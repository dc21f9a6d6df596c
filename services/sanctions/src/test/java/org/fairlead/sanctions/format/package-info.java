@NullMarked
package org.fairlead.sanctions.format;

import org.jspecify.annotations.NullMarked;
