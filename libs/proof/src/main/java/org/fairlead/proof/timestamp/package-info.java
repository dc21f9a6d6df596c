/// Time stamps of an authority (RFC 3161): that something existed at a time, said by a third party.
@NullMarked
package org.fairlead.proof.timestamp;

import org.jspecify.annotations.NullMarked;
