package org.fairlead.cases.casefile;

import java.util.Locale;

/// Number of a case within its team and year: `GULF-2026-0001` for the team `team-gulf`.
record CaseNumber(String team, int year, int count) {

    private static final String TEAM_PREFIX = "team-";

    String text() {
        String desk = team.startsWith(TEAM_PREFIX) ? team.substring(TEAM_PREFIX.length()) : team;
        return "%s-%d-%04d".formatted(desk.toUpperCase(Locale.ROOT), year, count);
    }
}
