/// Vessels on AIS held against the lists.
@NullMarked
package org.fairlead.sanctions.screening;

import org.jspecify.annotations.NullMarked;
