package org.fairlead.sanctions.list;

import java.util.regex.Pattern;

/// Names that stand in files made to try something out and in none a publisher gives out.
final class TestEntry {

    private static final Pattern NAME =
            Pattern.compile(
                    "(?i)\\b(test (file|entry|record|data|user)|lorem ipsum|do not use)\\b");

    private TestEntry() {}

    static boolean isNamedSo(String name) {
        return NAME.matcher(name).find();
    }
}
