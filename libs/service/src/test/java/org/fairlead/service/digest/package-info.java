@NullMarked
package org.fairlead.service.digest;

import org.jspecify.annotations.NullMarked;
