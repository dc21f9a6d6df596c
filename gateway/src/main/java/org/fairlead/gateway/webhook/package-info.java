/// Tells integrators of changes in what they see: Standard Webhooks, signed, retried, judged by
/// today's access.
@NullMarked
package org.fairlead.gateway.webhook;

import org.jspecify.annotations.NullMarked;
