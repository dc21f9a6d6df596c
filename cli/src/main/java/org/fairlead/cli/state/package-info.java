/// What the launcher remembers between two runs: where data lie, the settings, the secrets.
@NullMarked
package org.fairlead.cli.state;

import org.jspecify.annotations.NullMarked;
