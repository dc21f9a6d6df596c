/// Signed notes and checkpoints, as C2SP writes them down.
@NullMarked
package org.fairlead.proof.note;

import org.jspecify.annotations.NullMarked;
