@NullMarked
package org.fairlead.cli.decode;

import org.jspecify.annotations.NullMarked;
