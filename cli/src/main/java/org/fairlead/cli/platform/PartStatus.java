package org.fairlead.cli.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fairlead.cli.part.Part;
import org.fairlead.cli.process.Memory;
import org.fairlead.cli.process.PidFile;
import org.fairlead.cli.state.StateDirectory;

/// How one part is at this moment.
///
/// @param pid empty unless it runs
public record PartStatus(
        String part, int port, State state, Optional<Long> pid, Duration uptime, long memoryBytes) {

    public enum State {
        READY("ready"),
        NOT_ANSWERING("not answering"),
        /// Started and not stopped by us, yet gone.
        DIED("died"),
        STOPPED("stopped");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    static PartStatus of(Part part, StateDirectory state) {
        var file = new PidFile(state.pidFile(part.name()));
        var known = file.read();
        var port = part.ports().getFirst();
        var handle = known.flatMap(process -> process.handle());
        if (handle.isEmpty()) {
            var gone = known.isPresent() ? State.DIED : State.STOPPED;
            return new PartStatus(part.name(), port, gone, Optional.empty(), Duration.ZERO, 0);
        }
        var since = handle.get().info().startInstant().orElseGet(Instant::now);
        return new PartStatus(
                part.name(),
                port,
                part.isReady() ? State.READY : State.NOT_ANSWERING,
                Optional.of(handle.get().pid()),
                Duration.between(since, Instant.now()),
                Memory.bytes(handle.get()));
    }
}
