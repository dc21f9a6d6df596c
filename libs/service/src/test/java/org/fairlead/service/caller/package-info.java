@NullMarked
package org.fairlead.service.caller;

import org.jspecify.annotations.NullMarked;
