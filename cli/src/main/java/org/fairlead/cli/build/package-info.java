/// What Maven has to build before anything can start.
@NullMarked
package org.fairlead.cli.build;

import org.jspecify.annotations.NullMarked;
