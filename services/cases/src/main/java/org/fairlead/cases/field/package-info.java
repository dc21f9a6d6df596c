/// Fields a team gives its cases beside those every case has.
@NullMarked
package org.fairlead.cases.field;

import org.jspecify.annotations.NullMarked;
