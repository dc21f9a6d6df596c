/// Entries of the lists: found by name or identifier, shown with their history.
@NullMarked
package org.fairlead.sanctions.listing;

import org.jspecify.annotations.NullMarked;
