@NullMarked
package org.fairlead.cases.timeline;

import org.jspecify.annotations.NullMarked;
