@NullMarked
package org.fairlead.sanctions.listing;

import org.jspecify.annotations.NullMarked;
