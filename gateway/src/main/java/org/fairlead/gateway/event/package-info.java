/// The stream of changes to everybody who may know of them.
@NullMarked
package org.fairlead.gateway.event;

import org.jspecify.annotations.NullMarked;
