package org.fairlead.cases.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Optional;
import org.fairlead.proof.note.NoteSigner;

/// The platform's signing key, where it has one.
@ApplicationScoped
public class SignerProducer {

    private final Optional<NoteSigner> signer;

    @Inject
    SignerProducer(SignerConfig config) {
        signer = of(config);
    }

    static Optional<NoteSigner> of(SignerConfig config) {
        return config.seed()
                .map(seed ->
                        Base64.getUrlDecoder().decode(seed.replace('+', '-').replace('/', '_')))
                .map(seed -> NoteSigner.of(config.name(), seed));
    }

    public Optional<NoteSigner> signer() {
        return signer;
    }
}
