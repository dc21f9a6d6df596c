/// Finding what is written in cases and leads, of those one sees.
@NullMarked
package org.fairlead.cases.search;

import org.jspecify.annotations.NullMarked;
