/// What sanctions lists say, in one shape, and the readers of publishers' files: plain Java on
/// streams, no framework.
@NullMarked
package org.fairlead.lists;

import org.jspecify.annotations.NullMarked;
