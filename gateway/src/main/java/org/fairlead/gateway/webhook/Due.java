package org.fairlead.gateway.webhook;

import java.util.UUID;

/// A delivery that one replica has taken for an attempt.
record Due(UUID webhookId, String clientId, Delivery delivery) {}
