/// Credentials of integrators: clients of the identity provider that belong to one team.
@NullMarked
package org.fairlead.gateway.credential;

import org.jspecify.annotations.NullMarked;
