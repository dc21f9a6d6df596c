package org.fairlead.cases.signing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/// Who signs dossiers. Prefix `cases.signer`.
@ConfigMapping(prefix = "cases.signer")
public interface SignerConfig {

    /// The platform's name in its signatures: no blanks, no plus.
    @WithDefault("fairlead.local")
    String name();

    /// The 32 bytes of its Ed25519 key, base64 or base64url. Absent: dossiers go out unsigned.
    Optional<String> seed();
}
