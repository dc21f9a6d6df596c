/// Browser sessions: login, logout, and tokens kept where no browser sees them.
@NullMarked
package org.fairlead.gateway.session;

import org.jspecify.annotations.NullMarked;
