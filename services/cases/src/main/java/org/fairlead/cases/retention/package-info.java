/// How long closed cases are kept, and what forbids to end them.
@NullMarked
package org.fairlead.cases.retention;

import org.jspecify.annotations.NullMarked;
