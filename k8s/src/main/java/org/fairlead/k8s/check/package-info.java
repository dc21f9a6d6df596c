/// The schema and all rules over one overlay, for tests and for the command line.
@NullMarked
package org.fairlead.k8s.check;

import org.jspecify.annotations.NullMarked;
