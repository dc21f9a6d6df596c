/// `./fairlead decode`: AIS sentences from files and pipes to JSON lines or CSV.
@NullMarked
package org.fairlead.cli.decode;

import org.jspecify.annotations.NullMarked;
