package org.fairlead.seas.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fairlead.seas.country.Zone;
import org.fairlead.seas.distance.Place;
import org.fairlead.seas.port.Port;
import org.fairlead.seas.port.PortArea;
import org.fairlead.seas.port.PortKind;
import org.fairlead.seas.port.Ports;

/// What an operator imported, in a directory: a file a list, replaced whole by the next import of
/// the same list.
///
/// Ports lie as lines of JSON, `ports-NAME.jsonl`; zones as the GeoJSON they came in,
/// `zones-NAME.geojson`.
public final class Imported {

    private static final String PORTS = "ports-";
    private static final String ZONES = "zones-";

    private final Path directory;
    private final ObjectMapper json = new ObjectMapper();

    public Imported(Path directory) {
        this.directory = directory;
    }

    /// What comes with Fairlead and what was imported.
    public Ports ports() throws IOException {
        var ports = new ArrayList<Port>();
        for (Path file : files(PORTS)) {
            try (var lines = Files.lines(file)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    ports.add(port((ObjectNode) json.readTree(line)));
                }
            }
        }
        return Ports.with(ports);
    }

    public List<Zone> zones() throws IOException {
        var zones = new ArrayList<Zone>();
        for (Path file : files(ZONES)) {
            try (BufferedReader text = Files.newBufferedReader(file)) {
                zones.addAll(EezFile.read(text).zones());
            }
        }
        return zones;
    }

    /// @param list a short name, lower-kebab
    public void keepPorts(String list, List<Port> ports) throws IOException {
        var lines = ports.stream().map(port -> line(port).toString()).toList();
        replace(PORTS + list + ".jsonl", String.join("\n", lines) + "\n");
    }

    public void keepZones(String list, Path geoJson) throws IOException {
        replace(ZONES + list + ".geojson", Files.readString(geoJson));
    }

    /// Whole or not at all: a reader never sees half a list.
    private void replace(String name, String content) throws IOException {
        Files.createDirectories(directory);
        var part = Files.createTempFile(directory, name, ".part");
        Files.writeString(part, content, StandardCharsets.UTF_8);
        Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private List<Path> files(String prefix) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> {
                                String name = Objects.requireNonNull(file.getFileName()).toString();
                                return name.startsWith(prefix)
                                        && name.contains("json")
                                        && !name.endsWith(".part");
                            })
                    .sorted()
                    .toList();
        }
    }

    private ObjectNode line(Port port) {
        var line = json.createObjectNode();
        line.put("id", port.id()).put("name", port.name()).put("source", port.source());
        line.set("aliases", json.valueToTree(port.aliases()));
        line.put("latitude", port.place().latitudeDegrees());
        line.put("longitude", port.place().longitudeDegrees());
        line.put("radius", port.radiusNauticalMiles());
        port.code().ifPresent(code -> line.put("unlocode", code));
        if (port.country() != null) {
            line.put("country", port.country());
        }
        return line;
    }

    private static Port port(ObjectNode line) {
        var aliases = new ArrayList<String>();
        line.path("aliases").forEach(alias -> aliases.add(alias.asText()));
        return new Port(
                line.path("id").asText(),
                line.path("name").asText(),
                aliases,
                PortKind.PORT,
                PortArea.circle(
                        new Place(
                                line.path("latitude").asDouble(),
                                line.path("longitude").asDouble()),
                        line.path("radius").asDouble()),
                line.hasNonNull("unlocode") ? line.path("unlocode").asText() : null,
                line.hasNonNull("country") ? line.path("country").asText() : null,
                false,
                line.path("source").asText());
    }
}
