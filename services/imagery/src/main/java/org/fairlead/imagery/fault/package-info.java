/// What is wrong with an input, collected field by field so that all of it is told at once.
@NullMarked
package org.fairlead.imagery.fault;

import org.jspecify.annotations.NullMarked;
