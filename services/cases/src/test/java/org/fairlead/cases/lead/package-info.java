@NullMarked
package org.fairlead.cases.lead;

import org.jspecify.annotations.NullMarked;
