/// Keycloak as a child process, and the realm it starts with.
@NullMarked
package org.fairlead.cli.keycloak;

import org.jspecify.annotations.NullMarked;
