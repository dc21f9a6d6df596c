package org.fairlead.sanctions.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.contracts.problem.FieldError;
import org.fairlead.lists.ImoNumber;
import org.fairlead.messaging.outbox.OutboxEvent;
import org.fairlead.service.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The body of `POST reference-facts`, not checked yet.
public record ReferenceFactRequest(
        @Nullable String authority,
        @Nullable String list,
        @Nullable String imo,
        @Nullable String name,
        @Nullable String listedOn,
        @Nullable String source) {

    private static final int LONGEST = 500;

    /// No list of a living authority is older than the United Nations.
    private static final LocalDate EARLIEST = LocalDate.of(1945, 1, 1);

    /// @throws ProblemException `invalid` naming every fault
    ReferenceFact checked(String recordedBy, Instant now) {
        var faults = new ArrayList<FieldError>();
        String checkedAuthority = text("/authority", authority, faults);
        String checkedList = text("/list", list, faults);
        if (!checkedList.isEmpty() && !checkedList.matches("[a-z0-9][a-z0-9-]{1,62}")) {
            faults.add(
                    new FieldError(
                            "/list", "expected lower case and dashes, such as eu-833-annex-xlii"));
        }
        String checkedName = text("/name", name, faults);
        String checkedSource = text("/source", source, faults);
        var ship = ImoNumber.of(imo);
        if (ship.isEmpty()) {
            faults.add(new FieldError("/imo", "expected seven digits with a right check digit"));
        }
        LocalDate day = day(LocalDate.ofInstant(now, ZoneOffset.UTC), faults);
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        String digits = ship.orElseThrow().digits();
        return new ReferenceFact(
                OutboxEvent.idOf("reference-fact", checkedList, digits, day),
                checkedAuthority,
                checkedList,
                digits,
                checkedName,
                day,
                checkedSource,
                recordedBy,
                now);
    }

    private static String text(String pointer, @Nullable String value, List<FieldError> faults) {
        if (value == null || value.isBlank()) {
            faults.add(new FieldError(pointer, "is needed"));
            return "";
        }
        if (value.length() > LONGEST) {
            faults.add(new FieldError(pointer, "at most %d characters".formatted(LONGEST)));
        }
        return value.strip();
    }

    private LocalDate day(LocalDate today, List<FieldError> faults) {
        LocalDate latest = today.plusYears(1);
        try {
            if (listedOn != null) {
                var day = LocalDate.parse(listedOn);
                if (day.isBefore(EARLIEST) || day.isAfter(latest)) {
                    faults.add(
                            new FieldError(
                                    "/listedOn",
                                    "expected a day from %s to %s".formatted(EARLIEST, latest)));
                }
                return day;
            }
        } catch (DateTimeParseException e) {
            // falls through to the fault below
        }
        faults.add(new FieldError("/listedOn", "expected a date such as 2024-06-25"));
        return EARLIEST;
    }
}
