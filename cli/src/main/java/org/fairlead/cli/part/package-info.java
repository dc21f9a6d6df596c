/// What every part of the platform has in common.
@NullMarked
package org.fairlead.cli.part;

import org.jspecify.annotations.NullMarked;
