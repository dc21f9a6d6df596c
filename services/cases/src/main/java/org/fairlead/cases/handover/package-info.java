/// A case without anybody to open it to others, given to a new lead.
@NullMarked
package org.fairlead.cases.handover;

import org.jspecify.annotations.NullMarked;
