/// Who could it be: silent ships by verdict, transmitting ships by asking the ais service.
@NullMarked
package org.fairlead.imagery.candidate;

import org.jspecify.annotations.NullMarked;
