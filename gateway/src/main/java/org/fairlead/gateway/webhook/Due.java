package org.fairlead.gateway.webhook;

import java.util.UUID;

/// A delivery that one replica has taken for an attempt.
///
/// @param team of the webhook, for which its client acts
record Due(UUID webhookId, String team, String clientId, Delivery delivery) {}
