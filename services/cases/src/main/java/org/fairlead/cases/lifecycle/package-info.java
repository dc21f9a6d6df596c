/// The states of a case and the words that go with them.
@NullMarked
package org.fairlead.cases.lifecycle;

import org.jspecify.annotations.NullMarked;
