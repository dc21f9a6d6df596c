/// The platform's key: it signs dossiers and checkpoints of the audit.
@NullMarked
package org.fairlead.cases.signing;

import org.jspecify.annotations.NullMarked;
