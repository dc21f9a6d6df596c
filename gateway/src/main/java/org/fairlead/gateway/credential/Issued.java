package org.fairlead.gateway.credential;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A credential as it was made just now.
///
/// @param secret told this once and never again; absent for a client that signs its own tokens
/// @param tokenUrl where the client gets its tokens (`grant_type=client_credentials`)
@Schema(name = "IssuedCredential")
public record Issued(Credential credential, @Nullable String secret, String tokenUrl) {}
