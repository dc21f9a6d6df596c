package org.fairlead.cases.board;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.fairlead.cases.access.Acting;
import org.fairlead.cases.access.Action;
import org.fairlead.cases.access.Desk;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.casefile.CaseStore;

/// The link board of a case.
@Path("/api/cases/v1/cases/{id}/board")
@Produces(MediaType.APPLICATION_JSON)
class BoardResource {

    private final Desk desk;
    private final TeamTransactions transactions;
    private final CaseStore cases;
    private final CaseReadStore reads;
    private final BoardStore boards;

    @Inject
    BoardResource(
            Desk desk,
            TeamTransactions transactions,
            CaseStore cases,
            CaseReadStore reads,
            BoardStore boards) {
        this.desk = desk;
        this.transactions = transactions;
        this.cases = cases;
        this.reads = reads;
        this.boards = boards;
    }

    /// The audit counts what is of the case itself: how many neighbours one reader sees is not for
    /// everybody who may read the audit.
    @GET
    public Uni<Board> whole(UUID id) {
        Acting acting = desk.atCase(Action.READ);
        return transactions.of(
                acting,
                session ->
                        cases.find(session, acting, id)
                                .chain(owner ->
                                        reads.view(session, acting, id)
                                                .chain(file -> boards.of(session, file))
                                                .map(all -> BoardDrawing.of(all, Board.MOST_NODES))
                                                .call(board ->
                                                        cases.wasListed(
                                                                session,
                                                                acting,
                                                                owner,
                                                                "board",
                                                                own(board)))));
    }

    private static int own(Board board) {
        return (int)
                board.nodes().stream()
                        .filter(node -> node.kind() != BoardNode.Kind.NEIGHBOUR)
                        .count();
    }
}
