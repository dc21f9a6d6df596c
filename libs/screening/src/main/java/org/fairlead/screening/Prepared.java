package org.fairlead.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.fairlead.screening.name.NameForm;
import org.fairlead.screening.name.NameReader;
import org.fairlead.screening.name.Token;

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

    /// @param shared gives for a token the one instance kept of all equal ones
    Prepared with(UnaryOperator<Token> shared) {
        return new Prepared(
                subject,
                names.stream().map(name -> new Name(name.name, name.form.with(shared))).toList());
    }
}
