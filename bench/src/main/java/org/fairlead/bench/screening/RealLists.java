package org.fairlead.bench.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.fairlead.lists.Reading;
import org.fairlead.lists.file.FileFormat;
import org.fairlead.screening.ListedSubjects;
import org.fairlead.screening.Subject;
import org.fairlead.screening.name.Schema;

/// Published lists beside the checkout, where there are any.
final class RealLists {

    private static final Map<String, FileFormat> FILES =
            Map.of(
                    "ofac/sdn_2024-05-03T1843.csv", FileFormat.OFAC_CSV,
                    "ofac/consolidated_2025-03-28_kebalkhadka.xml", FileFormat.OFAC_XML,
                    "ofac/enhanced_IRGC_subset_2024-08-28_hebbd5.xml", FileFormat.OFAC_ENHANCED_XML,
                    "un/un_consolidated_2025-11-19.xml", FileFormat.UN_XML,
                    "uk/fcdo_uk_sanctions_list_2025-08-11.csv", FileFormat.UK_CSV,
                    "ca/ca_sema_2025-05.xml", FileFormat.SEMA_XML);

    /// Older files, in which ships are looked for under what newer ones call them.
    private static final Map<String, FileFormat> OLDER =
            Map.of(
                    "ofac/2021-07/sdn.csv", FileFormat.OFAC_CSV,
                    "ofac/sdn_2022-05-06T1317.csv", FileFormat.OFAC_CSV);

    private RealLists() {}

    /// Empty where the folder has none.
    static List<Subject> in(Path folder) {
        var subjects = new ArrayList<Subject>();
        FILES.keySet().stream()
                .sorted()
                .map(folder::resolve)
                .filter(Files::isReadable)
                .forEach(file -> subjects.addAll(read(folder, file)));
        return subjects;
    }

    static List<Subject> read(Path folder, Path file) {
        String name = folder.relativize(file).toString();
        try (InputStream in = Files.newInputStream(file)) {
            return switch (format(name).reader().read(in)) {
                case Reading.Read read ->
                        read.listings().stream()
                                .map(listing ->
                                        ListedSubjects.of(name.replaceFirst("/.*", ""), listing))
                                .toList();
                case Reading.Refused refused ->
                        throw new IllegalStateException(name + ": " + refused.reason());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileFormat format(String name) {
        return Objects.requireNonNull(FILES.getOrDefault(name, OLDER.get(name)));
    }

    /// Ships of each list that has some.
    static Map<String, List<Subject>> vesselsByList(Path folder) {
        var lists = new java.util.TreeMap<String, List<Subject>>();
        Stream.concat(FILES.keySet().stream(), OLDER.keySet().stream())
                .map(folder::resolve)
                .filter(Files::isReadable)
                .forEach(file -> {
                    var ships =
                            read(folder, file).stream()
                                    .filter(subject -> subject.schema() == Schema.VESSEL)
                                    .toList();
                    if (!ships.isEmpty()) {
                        lists.put(folder.relativize(file).toString(), ships);
                    }
                });
        return lists;
    }
}
