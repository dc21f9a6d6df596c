package org.fairlead.cases.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.cases.board.BoardNode.Kind;
import org.fairlead.cases.casefile.CaseName;
import org.fairlead.cases.casefile.Subject;
import org.fairlead.cases.casefile.SubjectStore;
import org.fairlead.cases.evidence.Evidence;
import org.fairlead.cases.finding.Finding;
import org.fairlead.cases.finding.Question;
import org.fairlead.cases.finding.Stance;
import org.fairlead.cases.lead.Lead;
import org.fairlead.cases.lead.LeadVessel;
import org.fairlead.cases.lead.SourceRef;
import org.fairlead.cases.relation.Relation;
import org.fairlead.cases.relation.SubjectRelation;
import org.jspecify.annotations.Nullable;

/// Draws a board. Pure: the same content gives the same board.
///
/// Whatever nothing else holds hangs on the case itself, so that the board is one piece.
final class BoardDrawing {

    private static final int LONGEST_TITLE = 120;

    private final BoardContent content;
    private final String center;
    private final Map<String, BoardNode> nodes = new LinkedHashMap<>();
    private final List<BoardLink> links = new ArrayList<>();
    private final Set<String> held = new HashSet<>();

    private BoardDrawing(BoardContent content) {
        this.content = content;
        this.center = Kind.CASE.node(content.file().id());
    }

    static Board of(BoardContent content, int mostNodes) {
        var drawing = new BoardDrawing(content);
        drawing.draw();
        return drawing.within(mostNodes);
    }

    private void draw() {
        var file = content.file();
        add(
                BoardNode.of(Kind.CASE, file.id(), file.number())
                        .with(file.title(), file.state().slug(), file.openedAt())
                        .synthetic(file.isSynthetic()));
        file.subjects().forEach(this::subject);
        content.relations().forEach(this::relation);
        content.questions().forEach(this::question);
        content.evidence().forEach(this::evidence);
        content.findings().forEach(this::finding);
        content.leads().forEach(this::lead);
        content.related().forEach(this::related);
        neighbours();
        content.elsewhere().forEach(this::alsoIn);
        nodes.values().stream()
                .filter(node -> !held.contains(node.id()) && !node.id().equals(center))
                .sorted(Comparator.comparing(BoardNode::kind))
                .forEach(node ->
                        links.add(BoardLink.of(center, node.id(), BoardLink.Kind.PART, "holds")));
    }

    private void add(BoardNode node) {
        nodes.putIfAbsent(node.id(), node);
    }

    /// @param isHeld whether this link is enough to hold its first end on the board
    private void link(BoardLink link, boolean isHeld) {
        links.add(link);
        if (isHeld) {
            held.add(link.source());
        }
    }

    private void subject(Subject subject) {
        add(
                BoardNode.of(Kind.SUBJECT, subject.id(), name(subject))
                        .with(numbers(subject), subject.kind().slug(), null));
    }

    private static String name(Subject subject) {
        if (subject.name() != null) {
            return subject.name();
        }
        return subject.imo() != null ? "IMO " + subject.imo() : "MMSI " + subject.mmsi();
    }

    private static @Nullable String numbers(Subject subject) {
        var said = new ArrayList<String>();
        if (subject.imo() != null) {
            said.add("IMO " + subject.imo());
        }
        if (subject.mmsi() != null) {
            said.add("MMSI " + subject.mmsi());
        }
        return said.isEmpty() ? null : String.join(", ", said);
    }

    private void relation(SubjectRelation relation) {
        links.add(
                new BoardLink(
                        Kind.SUBJECT.node(relation.source()),
                        Kind.SUBJECT.node(relation.target()),
                        BoardLink.Kind.RELATION,
                        relation.kind().words(),
                        relation.from(),
                        relation.to(),
                        relation.note()));
    }

    private void question(Question question) {
        add(
                BoardNode.of(Kind.QUESTION, question.id(), shortened(question.text()))
                        .with(question.kind().slug(), question.state().slug(), question.at()));
        if (question.parentId() != null) {
            link(
                    BoardLink.of(
                            Kind.QUESTION.node(question.id()),
                            Kind.QUESTION.node(question.parentId()),
                            BoardLink.Kind.ANSWERS,
                            "would answer"),
                    true);
        }
    }

    private void evidence(Evidence exhibit) {
        add(
                BoardNode.of(Kind.EVIDENCE, exhibit.id(), shortened(exhibit.title()))
                        .with(
                                exhibit.kind().slug(),
                                null,
                                exhibit.occurredFrom() == null
                                        ? exhibit.collectedAt()
                                        : exhibit.occurredFrom())
                        .synthetic(exhibit.synthetic()));
    }

    private void finding(Finding finding) {
        String id = Kind.FINDING.node(finding.id());
        add(
                BoardNode.of(Kind.FINDING, finding.id(), shortened(finding.statement()))
                        .with(
                                "confidence " + finding.confidence().slug(),
                                finding.state().slug(),
                                finding.createdAt()));
        if (finding.questionId() != null) {
            link(
                    BoardLink.of(
                            id,
                            Kind.QUESTION.node(finding.questionId()),
                            BoardLink.Kind.ANSWERS,
                            "answers"),
                    true);
        }
        finding.exhibits()
                .forEach((exhibit, stance) ->
                        link(
                                BoardLink.of(
                                        Kind.EVIDENCE.node(exhibit),
                                        id,
                                        stance == Stance.SUPPORTS
                                                ? BoardLink.Kind.SUPPORTS
                                                : BoardLink.Kind.CONTRADICTS,
                                        stance.slug()),
                                true));
    }

    private void lead(Lead lead) {
        String id = Kind.LEAD.node(lead.id());
        add(
                BoardNode.of(Kind.LEAD, lead.id(), shortened(lead.title()))
                        .with(
                                lead.kind().slug(),
                                lead.isRetracted() ? "retracted" : lead.state().slug(),
                                lead.occurredFrom() == null ? lead.raisedAt() : lead.occurredFrom())
                        .synthetic(lead.synthetic()));
        LeadVessel vessel = lead.vessel();
        if (vessel != null) {
            for (Subject subject : content.file().subjects()) {
                if (isSame(subject.imo(), vessel.imo()) || isSame(subject.mmsi(), vessel.mmsi())) {
                    link(
                            BoardLink.of(
                                    id,
                                    Kind.SUBJECT.node(subject.id()),
                                    BoardLink.Kind.ABOUT,
                                    "is about"),
                            true);
                }
            }
        }
        SourceRef source = lead.sourceRef();
        for (Evidence exhibit : content.evidence()) {
            if (source != null && isSame(source.href(), exhibit.ref().href())) {
                link(
                        BoardLink.of(
                                Kind.EVIDENCE.node(exhibit.id()),
                                id,
                                BoardLink.Kind.FROZEN,
                                "is the record of"),
                        true);
            }
        }
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private void related(Relation relation) {
        neighbour(
                relation.other(),
                BoardLink.of(
                                Kind.NEIGHBOUR.node(relation.other().id()),
                                center,
                                BoardLink.Kind.RELATED,
                                "belongs with")
                        .noted(relation.reason()));
    }

    /// Cases merged into this one, and the one this was merged into.
    private void neighbours() {
        var work = content.file().work();
        CaseName into = work.supersededBy();
        if (into != null) {
            neighbour(
                    into,
                    BoardLink.of(
                            Kind.NEIGHBOUR.node(into.id()),
                            center,
                            BoardLink.Kind.RELATED,
                            "goes on from"));
        }
        for (CaseName one : work.supersedes()) {
            neighbour(
                    one,
                    BoardLink.of(
                            Kind.NEIGHBOUR.node(one.id()),
                            center,
                            BoardLink.Kind.RELATED,
                            "was merged into"));
        }
    }

    private void neighbour(CaseName other, BoardLink link) {
        add(
                BoardNode.of(Kind.NEIGHBOUR, other.id(), other.number())
                        .with(other.title(), null, null));
        link(link, true);
    }

    private void alsoIn(SubjectStore.AlsoIn found) {
        for (Subject subject : content.file().subjects()) {
            if (isSame(subject.imo(), found.imo()) || isSame(subject.mmsi(), found.mmsi())) {
                String other = Kind.NEIGHBOUR.node(found.other().id());
                neighbour(
                        found.other(),
                        BoardLink.of(
                                other,
                                Kind.SUBJECT.node(subject.id()),
                                BoardLink.Kind.ALSO_IN,
                                "is also about"));
            }
        }
    }

    private static String shortened(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST_TITLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    /// The kinds that say most stay; of one kind, what came first.
    private Board within(int most) {
        var kept = new HashSet<String>();
        var hidden = new EnumMap<Kind, Integer>(Kind.class);
        nodes.values().stream()
                .sorted(Comparator.comparing(BoardNode::kind))
                .forEach(node -> {
                    if (kept.size() < most) {
                        kept.add(node.id());
                    } else {
                        hidden.merge(node.kind(), 1, Integer::sum);
                    }
                });
        return new Board(
                nodes.values().stream().filter(node -> kept.contains(node.id())).toList(),
                unique(links).stream()
                        .filter(link ->
                                kept.contains(link.source()) && kept.contains(link.target()))
                        .toList(),
                hidden.entrySet().stream()
                        .map(one -> new Board.Hidden(one.getKey(), one.getValue()))
                        .toList());
    }

    /// A hull that two rows of the other case name is one line.
    private static List<BoardLink> unique(List<BoardLink> links) {
        return List.copyOf(new java.util.LinkedHashSet<>(links));
    }
}
