/// Who calls, which teams there are and who is in them.
@NullMarked
package org.fairlead.gateway.people;

import org.jspecify.annotations.NullMarked;
