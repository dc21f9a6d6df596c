/// What services agree on: topics, event records, the frame codec, problems and pages.
@NullMarked
package org.fairlead.contracts;

import org.jspecify.annotations.NullMarked;
