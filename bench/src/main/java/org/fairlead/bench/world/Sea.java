package org.fairlead.bench.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.fairlead.seas.distance.GreatCircle;
import org.fairlead.seas.distance.Place;

/// Ports, and routes between them along way-points that lie on open water.
final class Sea {

    private final List<Port> ports = new ArrayList<>();
    private final List<Place> nodes = new ArrayList<>();
    private final double[][] distance;
    private final int[][] next;
    private final int[][] nearest;
    private final Map<Integer, Route> routes = new ConcurrentHashMap<>();

    Sea() {
        var byName = new HashMap<String, Integer>();
        var links = new ArrayList<int[]>();
        readLanes(byName, links);
        int lanes = nodes.size();
        for (String[] row : rows("ports.csv").skip(1).map(line -> line.split(",", -1)).toList()) {
            var place = place(row[3], row[4]);
            links.add(new int[] {lanes + ports.size(), node(byName, row[5])});
            ports.add(new Port(ports.size(), row[0], row[1], row[2], place));
            nodes.add(place);
        }
        distance = new double[nodes.size()][nodes.size()];
        next = new int[nodes.size()][nodes.size()];
        shortest(links);
        nearest = new int[ports.size()][];
        for (Port port : ports) {
            nearest[port.index()] =
                    ports.stream()
                            .filter(other -> other.index() != port.index())
                            .sorted(Comparator.comparingDouble(other -> miles(port, other)))
                            .mapToInt(Port::index)
                            .toArray();
        }
    }

    private void readLanes(Map<String, Integer> byName, List<int[]> links) {
        boolean isLink = false;
        for (String line : rows("lanes.csv").toList()) {
            if (line.startsWith("node,")) {
                continue;
            }
            if ("link".equals(line)) {
                isLink = true;
            } else if (isLink) {
                int blank = line.indexOf(' ');
                links.add(
                        new int[] {
                            node(byName, line.substring(0, blank)),
                            node(byName, line.substring(blank + 1))
                        });
            } else {
                var row = line.split(",", -1);
                byName.put(row[0], nodes.size());
                nodes.add(place(row[1], row[2]));
            }
        }
    }

    private static Place place(String latitude, String longitude) {
        return new Place(Double.parseDouble(latitude), Double.parseDouble(longitude));
    }

    private static int node(Map<String, Integer> byName, String name) {
        return Objects.requireNonNull(byName.get(name), () -> "no lane called " + name);
    }

    private static Stream<String> rows(String file) {
        var in = Objects.requireNonNull(Sea.class.getResourceAsStream(file), file);
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Floyd and Warshall: some two hundred nodes, once.
    private void shortest(List<int[]> links) {
        int n = nodes.size();
        for (int i = 0; i < n; i++) {
            Arrays.fill(distance[i], Double.POSITIVE_INFINITY);
            distance[i][i] = 0;
            Arrays.fill(next[i], -1);
        }
        for (int[] link : links) {
            double miles = GreatCircle.nauticalMiles(nodes.get(link[0]), nodes.get(link[1]));
            distance[link[0]][link[1]] = miles;
            distance[link[1]][link[0]] = miles;
            next[link[0]][link[1]] = link[1];
            next[link[1]][link[0]] = link[0];
        }
        for (int via = 0; via < n; via++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double through = distance[i][via] + distance[via][j];
                    if (through < distance[i][j]) {
                        distance[i][j] = through;
                        next[i][j] = next[i][via];
                    }
                }
            }
        }
    }

    List<Port> ports() {
        return ports;
    }

    private int nodeOf(Port port) {
        return nodes.size() - ports.size() + port.index();
    }

    double miles(Port from, Port to) {
        return distance[nodeOf(from)][nodeOf(to)];
    }

    /// The port that so many others are nearer than, by sea.
    Port near(Port from, int rank) {
        int[] order = nearest[from.index()];
        return ports.get(order[Math.min(rank, order.length - 1)]);
    }

    Route route(Port from, Port to) {
        return routes.computeIfAbsent(
                from.index() * ports.size() + to.index(), key -> find(from, to));
    }

    private Route find(Port from, Port to) {
        var places = new ArrayList<Place>();
        int at = nodeOf(from);
        int end = nodeOf(to);
        places.add(nodes.get(at));
        while (at != end) {
            at = next[at][end];
            if (at < 0) {
                throw new IllegalStateException("no lane from " + from.name() + " to " + to.name());
            }
            places.add(nodes.get(at));
        }
        return new Route(places);
    }
}
