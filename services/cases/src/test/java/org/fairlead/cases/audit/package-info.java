@NullMarked
package org.fairlead.cases.audit;

import org.jspecify.annotations.NullMarked;
