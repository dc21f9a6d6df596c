/// Who is who where several can be several: one to one, at the least cost.
@NullMarked
package org.fairlead.association.assignment;

import org.jspecify.annotations.NullMarked;
