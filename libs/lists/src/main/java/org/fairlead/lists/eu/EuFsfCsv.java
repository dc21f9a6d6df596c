package org.fairlead.lists.eu;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairlead.lists.Dates;
import org.fairlead.lists.ListFormat;
import org.fairlead.lists.Listings;
import org.fairlead.lists.Reading;
import org.fairlead.lists.UnreadableFile;
import org.fairlead.lists.table.TableRow;
import org.fairlead.lists.table.TableRows;

/// The EU's list as CSV: semicolons, one row for every name, address, birth date and document of an
/// entity, UTF-8 and Latin-1 mixed. Some downloads have each whole line in quotes once more.
public final class EuFsfCsv implements ListFormat {

    @Override
    public Reading read(InputStream file) throws IOException {
        try (var rows = TableRows.csv(file, ';')) {
            rows.requireColumns("Entity_LogicalId", "NameAlias_WholeName");
            var entries = new LinkedHashMap<String, EuEntry>();
            Instant publishedAt = null;
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var entry =
                        entries.computeIfAbsent(
                                row.get().required("Entity_LogicalId"), EuEntry::new);
                take(row.get(), entry);
                if (publishedAt == null) {
                    publishedAt = Dates.instant(row.get().text("fileGenerationDate")).orElse(null);
                }
            }
            var listings = new Listings();
            for (EuEntry entry : entries.values()) {
                listings.add(entry.build());
            }
            return listings.read(publishedAt);
        } catch (UnreadableFile fault) {
            return new Reading.Refused(fault.reason());
        }
    }

    private static void take(TableRow row, EuEntry entry) {
        entry.subjectType(row.text("Entity_SubjectType_ClassificationCode"));
        entry.subjectType(row.text("Entity_SubjectType"));
        entry.designated(row.text("Entity_DesignationDate"));
        entry.regulation(
                row.text("Entity_Regulation_Type"),
                row.text("Entity_Regulation_Programme"),
                row.text("Entity_Regulation_EntryIntoForceDate"));
        entry.name(
                row.text("NameAlias_WholeName"),
                !"false".equalsIgnoreCase(row.text("NameAlias_Strong")));
        String type = row.text("Identification_TypeCode");
        entry.identification(
                type == null ? row.text("Identification_TypeDescription") : type,
                row.text("Identification_Number"));
        String date = row.text("BirthDate_BirthDate");
        entry.listing()
                .birthDate(date == null ? row.text("BirthDate_Year") : date)
                .country(row.text("Citizenship_CountryDescription"))
                .country(row.text("Address_CountryDescription"))
                .remarks(row.text("Entity_Remark"))
                .other("euReferenceNumber", row.text("Entity_EU_ReferenceNumber"))
                .other("unitedNationId", row.text("Entity_UnitedNationId"))
                .other("designationDetails", row.text("Entity_DesignationDetails"))
                .other("regulation", row.text("Entity_Regulation_NumberTitle"))
                .other("function", row.text("NameAlias_Function"))
                .other("gender", row.text("NameAlias_Gender"))
                .other(
                        "address",
                        Stream.of(
                                        "Street",
                                        "PoBox",
                                        "ZipCode",
                                        "City",
                                        "Region",
                                        "Place",
                                        "CountryDescription")
                                .map(part -> row.text("Address_" + part))
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", ")));
    }
}
