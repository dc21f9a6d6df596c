/// The documented table for lists without a machine-readable file.
@NullMarked
package org.fairlead.lists.vessels;

import org.jspecify.annotations.NullMarked;
