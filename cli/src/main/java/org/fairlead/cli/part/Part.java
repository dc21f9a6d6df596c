package org.fairlead.cli.part;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.fairlead.cli.process.Launch;
import org.fairlead.cli.process.StopSignal;

/// One process of the platform.
public interface Part {

    String name();

    /// Every port it listens on; the first is the one shown.
    List<Integer> ports();

    /// Parts that must be ready before this one is launched.
    default Set<String> needs() {
        return Set.of();
    }

    /// Work before the launch, most of it at the first start only.
    default void prepare() throws Exception {}

    Launch launch();

    /// One quick look, `false` for any trouble.
    boolean isReady();

    /// Work the running part needs before others may use it. Repeats harmlessly.
    default void complete() throws Exception {}

    default StopSignal stopSignal() {
        return StopSignal.TERM;
    }

    /// Whether its run, when it ends, first writes down what makes the next start faster.
    default boolean learns() {
        return false;
    }

    /// How long it may take to end in good order.
    default Duration stopPatience() {
        return learns() ? Duration.ofMinutes(3) : Duration.ofSeconds(30);
    }

    /// Work after its process has ended.
    default void stopped() {}

    /// How often a start may fail at once before it counts as failed.
    default int attempts() {
        return 1;
    }
}
