/// Files as they come in, and the jobs that decode them.
@NullMarked
package org.fairlead.ais.upload;

import org.jspecify.annotations.NullMarked;
