/// To whom new leads go, and who hears of those that wait too long.
@NullMarked
package org.fairlead.cases.inbox;

import org.jspecify.annotations.NullMarked;
