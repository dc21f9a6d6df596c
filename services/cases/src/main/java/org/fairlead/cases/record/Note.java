package org.fairlead.cases.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.fairlead.cases.request.Person;

/// What somebody wrote into a case. Notes are added, not rewritten.
///
/// @param author `fairlead` for what the platform itself asks people to look at
/// @param mentions who should look at it, whether or not they may
public record Note(UUID id, String text, String author, Instant at, List<Person> mentions) {

    public Note {
        mentions = List.copyOf(mentions);
    }
}
