/// Publishers' files read into listings of one shape: plain Java on streams, no framework.
@NullMarked
package org.fairlead.sanctions.format;

import org.jspecify.annotations.NullMarked;
