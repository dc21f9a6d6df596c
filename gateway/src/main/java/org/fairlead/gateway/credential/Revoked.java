package org.fairlead.gateway.credential;

/// A client that is no more.
public record Revoked(String clientId) {}
