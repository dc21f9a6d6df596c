package org.fairlead.cases.board;

import java.util.List;
import org.fairlead.cases.casefile.CaseFile;
import org.fairlead.cases.casefile.SubjectStore;
import org.fairlead.cases.evidence.Evidence;
import org.fairlead.cases.finding.Finding;
import org.fairlead.cases.finding.Question;
import org.fairlead.cases.lead.Lead;
import org.fairlead.cases.relation.Relation;
import org.fairlead.cases.relation.SubjectRelation;

/// Everything a board is drawn of, read in one transaction with the caller's eyes.
///
/// @param elsewhere subjects of this case in other cases
record BoardContent(
        CaseFile file,
        List<SubjectRelation> relations,
        List<Relation> related,
        List<SubjectStore.AlsoIn> elsewhere,
        List<Lead> leads,
        List<Evidence> evidence,
        List<Question> questions,
        List<Finding> findings) {}
