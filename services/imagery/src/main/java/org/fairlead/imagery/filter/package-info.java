/// What a list is asked for, as conditions on rows.
@NullMarked
package org.fairlead.imagery.filter;

import org.jspecify.annotations.NullMarked;
