@NullMarked
package org.fairlead.service.page;

import org.jspecify.annotations.NullMarked;
