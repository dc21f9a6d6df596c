package org.fairlead.imagery.batch;

import java.util.List;

/// What became of a file: rows recorded, rows that were there, rows set aside.
///
/// @param rejected the first of them, by number and field
/// @param rejectedCount all of them; a row counts once however many faults it has
/// @param dryRun true when nothing was recorded
public record BatchReport(
        int accepted,
        int alreadyThere,
        List<RejectedRow> rejected,
        int rejectedCount,
        boolean dryRun) {

    public BatchReport {
        rejected = List.copyOf(rejected);
    }

    /// @param row as a spreadsheet numbers it: the header is row 1; GeoJSON features begin at 1
    /// @param field empty when the row as a whole is at fault
    public record RejectedRow(int row, String field, String detail) {}
}
