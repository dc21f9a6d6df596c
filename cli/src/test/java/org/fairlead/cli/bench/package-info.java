@NullMarked
package org.fairlead.cli.bench;

import org.jspecify.annotations.NullMarked;
