@NullMarked
package org.fairlead.cases.blob;

import org.jspecify.annotations.NullMarked;
