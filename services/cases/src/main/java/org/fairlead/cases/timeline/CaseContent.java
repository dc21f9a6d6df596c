package org.fairlead.cases.timeline;

import java.util.List;
import org.fairlead.cases.casefile.HistoryEntry;
import org.fairlead.cases.evidence.Evidence;
import org.fairlead.cases.finding.Assessment;
import org.fairlead.cases.finding.Finding;
import org.fairlead.cases.finding.Question;
import org.fairlead.cases.lead.Lead;
import org.fairlead.cases.record.Fact;
import org.fairlead.cases.record.Note;
import org.fairlead.cases.relation.SubjectRelation;

/// Everything in a case, read in one transaction.
public record CaseContent(
        List<Lead> leads,
        List<Evidence> evidence,
        List<Fact> facts,
        List<Note> notes,
        List<HistoryEntry> history,
        List<Question> questions,
        List<Finding> findings,
        List<Assessment> assessments,
        List<SubjectRelation> relations) {

    public CaseContent {
        leads = List.copyOf(leads);
        evidence = List.copyOf(evidence);
        facts = List.copyOf(facts);
        notes = List.copyOf(notes);
        history = List.copyOf(history);
        questions = List.copyOf(questions);
        findings = List.copyOf(findings);
        assessments = List.copyOf(assessments);
        relations = List.copyOf(relations);
    }
}
