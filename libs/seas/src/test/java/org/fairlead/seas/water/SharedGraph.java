package org.fairlead.seas.water;

import java.nio.file.Path;

/// The real graph, built once for the checkout: about a minute the first time.
final class SharedGraph {

    static final WaterGraph GRAPH = WaterGraph.openOrBuild(Path.of("target/graph/seas.graph"));

    private SharedGraph() {}
}
