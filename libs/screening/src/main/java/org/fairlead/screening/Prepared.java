package org.fairlead.screening;

import java.util.ArrayList;
import java.util.List;
import org.fairlead.screening.name.NameForm;
import org.fairlead.screening.name.NameReader;

/// A subject whose names have been read for comparison.
record Prepared(Subject subject, List<Name> names) {

    Prepared {
        names = List.copyOf(names);
    }

    record Name(SubjectName name, NameForm form) {}

    /// Names that leave nothing to compare are left out.
    static Prepared of(Subject subject, NameReader reader) {
        var names = new ArrayList<Name>();
        for (SubjectName name : subject.names()) {
            reader.read(name.text()).ifPresent(form -> names.add(new Name(name, form)));
        }
        return new Prepared(subject, names);
    }
}
