/// Ships and parties held against the lists, now or as of a date: scored, explained, kept,
/// replayed.
@NullMarked
package org.fairlead.sanctions.screen;

import org.jspecify.annotations.NullMarked;
