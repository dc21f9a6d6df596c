@NullMarked
package org.fairlead.cases.access;

import org.jspecify.annotations.NullMarked;
