package org.fairlead.ais.frame;

import java.io.IOException;
import java.util.List;
import org.fairlead.ais.vessel.IdentityClaim;
import org.fairlead.ais.vessel.VesselRegister;

/// What transmitters say of themselves, on its way to the register behind what passes their
/// positions on. Thousands of ships that are heard for the first time take seconds to enter, and
/// nobody's position waits for them.
public final class Introductions {

    /// Claims that may wait, a few hundred bytes each; then positions wait too.
    public static final int MOST_WAITING = 50_000;

    private final PendingClaims claims = new PendingClaims();
    private final Follower register;
    private final VesselRegister vessels;
    private final Patience patience;

    /// @param register has room for [#MOST_WAITING]
    public Introductions(Follower register, VesselRegister vessels, Patience patience) {
        this.register = register;
        this.vessels = vessels;
        this.patience = patience;
    }

    /// Hands over what is due. While the register is busy more is gathered: the more ships at once,
    /// the less each costs.
    public void add(List<IdentityClaim> more) throws IOException, InterruptedException {
        claims.add(more);
        if (claims.isMuch() || (claims.areDue() && register.isIdle())) {
            handOver();
        }
    }

    /// Hands over what is there: no more comes for now.
    public void handOver() throws IOException, InterruptedException {
        var due = claims.take();
        if (!due.isEmpty()) {
            register.hand(due.size(), () -> patience.insist(() -> vessels.merge(due)));
        }
    }
}
