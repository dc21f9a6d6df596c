/// Files in publishers' layouts, made up: for tests, trials and benches.
@NullMarked
package org.fairlead.lists.sample;

import org.jspecify.annotations.NullMarked;
