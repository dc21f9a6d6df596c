package org.fairlead.cases.timeline;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.fairlead.cases.casefile.CaseReadStore;
import org.fairlead.cases.evidence.EvidenceStore;
import org.fairlead.cases.finding.AssessmentStore;
import org.fairlead.cases.finding.FindingStore;
import org.fairlead.cases.finding.QuestionStore;
import org.fairlead.cases.lead.LeadReadStore;
import org.fairlead.cases.record.RecordStore;
import org.fairlead.cases.relation.SubjectRelationStore;
import org.hibernate.reactive.mutiny.Mutiny;

/// Reads all of a case.
@ApplicationScoped
public class CaseContentStore {

    private final CaseReadStore cases;
    private final LeadReadStore leads;
    private final EvidenceStore evidence;
    private final RecordStore records;
    private final QuestionStore questions;
    private final FindingStore findings;
    private final AssessmentStore assessments;
    private final SubjectRelationStore relations;

    @Inject
    CaseContentStore(
            CaseReadStore cases,
            LeadReadStore leads,
            EvidenceStore evidence,
            RecordStore records,
            QuestionStore questions,
            FindingStore findings,
            AssessmentStore assessments,
            SubjectRelationStore relations) {
        this.cases = cases;
        this.leads = leads;
        this.evidence = evidence;
        this.records = records;
        this.questions = questions;
        this.findings = findings;
        this.assessments = assessments;
        this.relations = relations;
    }

    /// One after the other: a session does one thing at a time.
    public Uni<CaseContent> of(Mutiny.StatelessSession session, UUID caseId) {
        return Uni.combine()
                .all()
                .unis(
                        leads.allOfCase(session, caseId),
                        evidence.all(session, caseId),
                        records.facts(session, caseId),
                        records.notes(session, caseId),
                        cases.history(session, caseId),
                        questions.all(session, caseId),
                        findings.all(session, caseId),
                        assessments.all(session, caseId),
                        relations.of(session, caseId))
                .usingConcurrencyOf(1)
                .asTuple()
                .map(all ->
                        new CaseContent(
                                all.getItem1(),
                                all.getItem2(),
                                all.getItem3(),
                                all.getItem4(),
                                all.getItem5(),
                                all.getItem6(),
                                all.getItem7(),
                                all.getItem8(),
                                all.getItem9()));
    }
}
