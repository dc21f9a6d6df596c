package org.fairlead.cases.board;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.fairlead.cases.casefile.CaseFile;
import org.fairlead.cases.casefile.SubjectStore;
import org.fairlead.cases.evidence.EvidenceStore;
import org.fairlead.cases.finding.FindingStore;
import org.fairlead.cases.finding.QuestionStore;
import org.fairlead.cases.lead.LeadReadStore;
import org.fairlead.cases.relation.RelationStore;
import org.fairlead.cases.relation.SubjectRelationStore;
import org.hibernate.reactive.mutiny.Mutiny;

/// Reads what a board shows. The database leaves out what the caller does not see: a neighbour that
/// is not for them is not counted, not named and not asked for.
@ApplicationScoped
class BoardStore {

    private final SubjectStore subjects;
    private final SubjectRelationStore relations;
    private final RelationStore related;
    private final LeadReadStore leads;
    private final EvidenceStore evidence;
    private final QuestionStore questions;
    private final FindingStore findings;

    @Inject
    BoardStore(
            SubjectStore subjects,
            SubjectRelationStore relations,
            RelationStore related,
            LeadReadStore leads,
            EvidenceStore evidence,
            QuestionStore questions,
            FindingStore findings) {
        this.subjects = subjects;
        this.relations = relations;
        this.related = related;
        this.leads = leads;
        this.evidence = evidence;
        this.questions = questions;
        this.findings = findings;
    }

    /// One after the other: a session does one thing at a time.
    Uni<BoardContent> of(Mutiny.StatelessSession session, CaseFile file) {
        return Uni.combine()
                .all()
                .unis(
                        relations.of(session, file.id()),
                        related.of(session, file.id()),
                        subjects.alsoIn(session, file.id(), file.subjects()),
                        leads.allOfCase(session, file.id()),
                        evidence.all(session, file.id()),
                        questions.all(session, file.id()),
                        findings.all(session, file.id()))
                .usingConcurrencyOf(1)
                .asTuple()
                .map(all ->
                        new BoardContent(
                                file,
                                all.getItem1(),
                                all.getItem2(),
                                all.getItem3(),
                                all.getItem4(),
                                all.getItem5(),
                                all.getItem6(),
                                all.getItem7()));
    }
}
