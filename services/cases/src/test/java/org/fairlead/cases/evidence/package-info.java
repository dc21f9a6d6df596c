@NullMarked
package org.fairlead.cases.evidence;

import org.jspecify.annotations.NullMarked;
