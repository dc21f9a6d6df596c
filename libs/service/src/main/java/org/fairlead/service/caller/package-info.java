/// Who calls: read from the verified token, never from a header.
@NullMarked
package org.fairlead.service.caller;

import org.jspecify.annotations.NullMarked;
