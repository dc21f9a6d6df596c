/// What people add to a case in words: notes and dated facts.
@NullMarked
package org.fairlead.cases.record;

import org.jspecify.annotations.NullMarked;
