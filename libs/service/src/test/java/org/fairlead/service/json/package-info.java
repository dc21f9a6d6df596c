@NullMarked
package org.fairlead.service.json;

import org.jspecify.annotations.NullMarked;
