package org.fairlead.cases.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page people read, held against the function that decides.
class PermissionsPageTest {

    private static final Path PAGE = Path.of("../../docs/reference/permissions.md");

    @Test
    void saysWhatThePolicySays() throws IOException {
        var expected =
                CasePolicy.rules().stream()
                        .filter(rule -> !rule.basis().equals("named"))
                        .map(rule -> rule.basis() + " " + rule.role() + " " + rule.action().slug())
                        .collect(Collectors.toSet());

        assertThat(rules()).isEqualTo(expected);
    }

    @Test
    void namesTheOneRoleThatNeedsNoGrantInANamedCase() {
        assertThat(CasePolicy.rules())
                .filteredOn(rule -> rule.basis().equals("named"))
                .hasSize(Action.values().length)
                .allMatch(rule -> rule.role().equals("lead"));
    }

    private static Set<String> rules() throws IOException {
        var rules = new HashSet<String>();
        String basis = "";
        for (String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                basis =
                        switch (line) {
                            case "## By role in the owning team" -> "team";
                            case "## By grant in one case" -> "grant";
                            case "## By scope of a client" -> "scope";
                            case "## While a case is closed" -> "not-when-closed";
                            default -> "";
                        };
            } else if (basis.equals("not-when-closed") && line.startsWith("Nobody: ")) {
                add(rules, basis, "", line.substring(8, line.indexOf('.')));
            } else if (!basis.isEmpty() && line.startsWith("| ") && !line.endsWith("| actions |")) {
                String[] cells = line.split("\\|", -1);
                add(rules, basis, cells[1].strip(), cells[2]);
            }
        }
        return rules;
    }

    private static void add(Set<String> rules, String basis, String role, String actions) {
        Arrays.stream(actions.split(",", -1))
                .map(action -> basis + " " + role + " " + action.strip())
                .forEach(rules::add);
    }
}
