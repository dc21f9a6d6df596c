package org.fairlead.cases.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.fairlead.cases.request.People;

@Entity
@Table(name = "note")
@SuppressWarnings("NullAway.Init")
class NoteEntity {

    @Id UUID id;
    String team;
    UUID caseId;
    String text;
    String author;
    Instant at;

    /// JSON text of a list of people.
    String mentions = "[]";

    Note note() {
        return new Note(id, text, author, at, People.read(mentions));
    }
}
