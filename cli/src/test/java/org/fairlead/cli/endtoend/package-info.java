/// The platform as its users meet it: through the gateway, with the real Keycloak. `./fairlead
/// test` starts it.
@NullMarked
package org.fairlead.cli.endtoend;

import org.jspecify.annotations.NullMarked;
