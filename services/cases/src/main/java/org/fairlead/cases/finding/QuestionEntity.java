package org.fairlead.cases.finding;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "question")
@SuppressWarnings("NullAway.Init")
class QuestionEntity {

    @Id UUID id;
    String team;
    UUID caseId;

    @Enumerated(EnumType.STRING)
    Question.Kind kind;

    @Nullable UUID parentId;
    String text;

    @Enumerated(EnumType.STRING)
    Question.State state;

    String author;
    Instant at;
    String changedBy;
    Instant changedAt;

    Question question() {
        return new Question(id, kind, parentId, text, state, author, at, changedBy, changedAt);
    }
}
