package org.fairlead.cases.board;

import java.util.List;

/// What belongs together in a case, as nodes and links.
///
/// @param hidden what did not fit: of what the caller sees, never of anything else
public record Board(List<BoardNode> nodes, List<BoardLink> links, List<Hidden> hidden) {

    /// What a person can still look at, and a browser draw.
    public static final int MOST_NODES = 1_500;

    /// @param count how many of a kind were left out
    public record Hidden(BoardNode.Kind kind, int count) {}

    public Board {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        hidden = List.copyOf(hidden);
    }
}
