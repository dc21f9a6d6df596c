/// Screening: is this ship or party one of those on the lists, how likely, and why. Pure: no clock,
/// no I/O, the same answer for the same input and version.
@NullMarked
package org.fairlead.screening;

import org.jspecify.annotations.NullMarked;
