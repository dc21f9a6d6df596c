package org.fairlead.gateway.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.Optional;
import org.fairlead.gateway.session.SessionConfig;
import org.fairlead.gateway.session.TokenSeal;
import org.jspecify.annotations.Nullable;

/// Positions as event ids. Sealed: plain offsets would tell how much happens that one is not told
/// of.
@ApplicationScoped
class PositionSeal {

    private final TokenSeal seal;

    PositionSeal(SessionConfig config) {
        this.seal = new TokenSeal(config.secret());
    }

    String seal(Position position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(position.text()));
    }

    /// Empty for what is not an id of ours, or not one of that many partitions.
    Optional<Position> open(@Nullable String id, int partitions) {
        if (id == null || id.isBlank()) {
            return Optional.empty();
        }
        try {
            String text = seal.open(Base64.getUrlDecoder().decode(id.strip()));
            return Position.parse(text, partitions);
        } catch (IllegalArgumentException | IllegalStateException foreign) {
            return Optional.empty();
        }
    }
}
