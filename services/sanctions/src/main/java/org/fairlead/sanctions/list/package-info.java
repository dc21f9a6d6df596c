/// Lists and their versions: taken in, held against the version before, kept.
@NullMarked
package org.fairlead.sanctions.list;

import org.jspecify.annotations.NullMarked;
