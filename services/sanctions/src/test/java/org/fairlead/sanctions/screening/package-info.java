@NullMarked
package org.fairlead.sanctions.screening;

import org.jspecify.annotations.NullMarked;
