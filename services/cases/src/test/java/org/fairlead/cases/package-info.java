@NullMarked
package org.fairlead.cases;

import org.jspecify.annotations.NullMarked;
