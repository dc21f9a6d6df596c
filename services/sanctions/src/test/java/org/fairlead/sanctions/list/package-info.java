@NullMarked
package org.fairlead.sanctions.list;

import org.jspecify.annotations.NullMarked;
