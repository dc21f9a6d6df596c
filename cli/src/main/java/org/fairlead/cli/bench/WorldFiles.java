package org.fairlead.cli.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.fairlead.bench.world.Shares;
import org.fairlead.bench.world.Truth;
import org.fairlead.bench.world.World;
import org.fairlead.bench.world.WorldRun;
import org.fairlead.bench.world.WorldSettings;
import org.fairlead.cli.Refusal;

/// A world on disk: `lines.nmea` with all lines in the order of arrival, one file per receiver if
/// wanted, and `truth.jsonl`, one true thing a line with its `kind`.
public final class WorldFiles {

    private static final int BUFFER = 1 << 16;

    /// How much happens that is out of the ordinary.
    public enum Events {
        quiet(Shares.QUIET),
        world(Shares.WORLD),
        eventful(Shares.EVENTFUL);

        private final Shares shares;

        Events(Shares shares) {
            this.shares = shares;
        }

        public Shares shares() {
            return shares;
        }
    }

    private final Path directory;
    private final boolean perReceiver;
    private final PrintStream out;
    private final ObjectMapper json =
            new ObjectMapper()
                    .registerModule(new SimpleModule().addSerializer(Instant.class, new AsText()));

    public WorldFiles(Path directory, boolean perReceiver, PrintStream out) {
        this.directory = directory;
        this.perReceiver = perReceiver;
        this.out = out;
    }

    public void write(WorldSettings settings) {
        Map<String, OutputStream> files = new HashMap<>();
        try {
            Files.createDirectories(directory);
            try (var truth = open("truth.jsonl");
                    var lines = open("lines.nmea")) {
                var run = new World(settings).run(one -> tell(truth, one));
                long bytes = 0;
                while (run.next()) {
                    line(run, lines);
                    if (perReceiver) {
                        line(run, fileOf(run.receiver(), files));
                    }
                    bytes += run.length() + 2L;
                }
                out.printf(
                        "%,d lines, %,d bytes; %,d positions sent, %,d heard by someone%n",
                        run.linesSoFar(), bytes, run.positionsSent(), run.positionsHeard());
                if (run.satelliteOverflow() > 0) {
                    out.printf(
                            "%,d messages lost because the satellites' memory was full%n",
                            run.satelliteOverflow());
                }
            } finally {
                for (OutputStream file : files.values()) {
                    file.close();
                }
            }
        } catch (IOException | UncheckedIOException failure) {
            throw new Refusal(
                    "The world could not be written to %s: %s."
                            .formatted(directory, failure.getMessage()),
                    failure);
        }
    }

    private OutputStream fileOf(String receiver, Map<String, OutputStream> files)
            throws IOException {
        var file = files.get(receiver);
        if (file == null) {
            file = open(receiver + ".nmea");
            files.put(receiver, file);
        }
        return file;
    }

    private OutputStream open(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(directory.resolve(name)), BUFFER);
    }

    private static void line(WorldRun run, OutputStream file) throws IOException {
        file.write(run.bytes(), 0, run.length());
        file.write('\r');
        file.write('\n');
    }

    private void tell(OutputStream file, Truth truth) {
        try {
            var name = truth.getClass().getSimpleName();
            ObjectNode node = json.createObjectNode();
            node.put("kind", Character.toLowerCase(name.charAt(0)) + name.substring(1));
            node.setAll((ObjectNode) json.valueToTree(truth));
            file.write(json.writeValueAsBytes(node));
            file.write('\n');
        } catch (DatabindException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class AsText extends JsonSerializer<Instant> {

        @Override
        public void serialize(Instant value, JsonGenerator to, SerializerProvider unused)
                throws IOException {
            to.writeString(value.toString());
        }
    }
}
