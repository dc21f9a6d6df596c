package org.fairlead.cases.casefile;

import java.util.TreeSet;
import org.fairlead.cases.request.Fields;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Words by which a team finds its cases again.
public final class Tags {

    private static final int MOST = 30;
    private static final int LONGEST = 60;

    private Tags() {}

    /// Trimmed, each once, in order of the alphabet.
    public static String[] checked(String pointer, String @Nullable [] words) {
        if (words == null) {
            return new String[0];
        }
        if (words.length > MOST) {
            throw ProblemException.invalid(pointer, "expected at most " + MOST);
        }
        var tags = new TreeSet<String>();
        for (int i = 0; i < words.length; i++) {
            tags.add(Fields.text(pointer + "/" + i, words[i], LONGEST));
        }
        return tags.toArray(String[]::new);
    }
}
