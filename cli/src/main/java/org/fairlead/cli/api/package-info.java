/// The platform's API, as the launcher uses it for the demonstration and for figures.
@NullMarked
package org.fairlead.cli.api;

import org.jspecify.annotations.NullMarked;
