/// Tables with a header row: CSV of any dialect and ODS.
@NullMarked
package org.fairlead.lists.table;

import org.jspecify.annotations.NullMarked;
