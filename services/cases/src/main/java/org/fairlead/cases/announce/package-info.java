/// Tells the platform that something changed, and nothing more.
@NullMarked
package org.fairlead.cases.announce;

import org.jspecify.annotations.NullMarked;
