/// Who may come in: authentication, cross-site protection and limits, before any route of the API.
@NullMarked
package org.fairlead.gateway.door;

import org.jspecify.annotations.NullMarked;
