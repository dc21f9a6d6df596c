/// One way of writing JSON for every service.
@NullMarked
package org.fairlead.service.json;

import org.jspecify.annotations.NullMarked;
