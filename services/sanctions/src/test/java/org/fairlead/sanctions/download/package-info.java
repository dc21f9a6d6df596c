@NullMarked
package org.fairlead.sanctions.download;

import org.jspecify.annotations.NullMarked;
