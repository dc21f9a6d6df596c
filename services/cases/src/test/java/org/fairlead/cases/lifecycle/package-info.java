@NullMarked
package org.fairlead.cases.lifecycle;

import org.jspecify.annotations.NullMarked;
