@NullMarked
package org.fairlead.cases.canonical;

import org.jspecify.annotations.NullMarked;
