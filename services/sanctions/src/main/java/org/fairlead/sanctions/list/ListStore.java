package org.fairlead.sanctions.list;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairlead.lists.file.FileFormat;
import org.fairlead.service.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Reads lists and their versions.
@ApplicationScoped
public class ListStore {

    private static final String ACCEPTED_OF_LIST =
            "from ListVersionEntity where list = ?1 and status = 'accepted' order by number";

    private final Mutiny.SessionFactory sessions;
    private final Clock clock = Clock.systemUTC();

    @Inject
    ListStore(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /// A list with its accepted versions in order of observation.
    ///
    /// @param listsVessels false when ships on this authority's lists are published elsewhere
    /// @param newerFileSetAside why the file that came last does not serve; absent when it does
    public record Coverage(
            String list,
            String authority,
            boolean listsVessels,
            List<VersionSpan> versions,
            @Nullable String newerFileSetAside) {

        public Coverage {
            versions = List.copyOf(versions);
        }

        /// Of a version of this list.
        public Freshness freshness(VersionSpan version) {
            return Freshness.of(list, version, newerFileSetAside);
        }
    }

    Uni<List<ListView>> lists() {
        return sessions.withStatelessSession(session ->
                sources(session)
                        .chain(sources ->
                                current(session)
                                        .chain(versions ->
                                                setAside(session)
                                                        .chain(waiting ->
                                                                downloads(session)
                                                                        .map(downloads ->
                                                                                views(
                                                                                        sources,
                                                                                        versions,
                                                                                        waiting,
                                                                                        downloads))))));
    }

    /// Those that have a version first.
    private static Uni<List<ListSourceEntity>> sources(Mutiny.StatelessSession session) {
        return session.createQuery(
                        "from ListSourceEntity order by"
                                + " case when currentVersion is null then 1 else 0 end, id",
                        ListSourceEntity.class)
                .getResultList();
    }

    private static Uni<List<ListVersionEntity>> current(Mutiny.StatelessSession session) {
        return session.createQuery(
                        "select v from ListVersionEntity v join ListSourceEntity s"
                                + " on s.id = v.list and s.currentVersion = v.number",
                        ListVersionEntity.class)
                .getResultList();
    }

    private static Uni<List<ListVersionEntity>> setAside(Mutiny.StatelessSession session) {
        return session.createQuery(
                        "select v from ListVersionEntity v join ListSourceEntity s on s.id = v.list"
                                + " where v.status = 'quarantined'"
                                + " and v.number > coalesce(s.currentVersion, 0) order by v.number",
                        ListVersionEntity.class)
                .getResultList();
    }

    private static Uni<List<ListDownloadEntity>> downloads(Mutiny.StatelessSession session) {
        return session.createQuery("from ListDownloadEntity", ListDownloadEntity.class)
                .getResultList();
    }

    private List<ListView> views(
            List<ListSourceEntity> sources,
            List<ListVersionEntity> versions,
            List<ListVersionEntity> setAside,
            List<ListDownloadEntity> downloads) {
        Map<String, ListVersionEntity> byList =
                versions.stream()
                        .collect(Collectors.toMap(version -> version.list, Function.identity()));
        return sources.stream()
                .map(source ->
                        view(
                                source,
                                byList.get(source.id),
                                setAside.stream()
                                        .filter(version -> version.list.equals(source.id))
                                        .map(ListVersionEntity::view)
                                        .toList(),
                                downloads.stream()
                                        .filter(each -> each.list.equals(source.id))
                                        .findFirst()
                                        .map(ListDownloadEntity::state)
                                        .orElse(null)))
                .toList();
    }

    private ListView view(
            ListSourceEntity source,
            @Nullable ListVersionEntity current,
            List<ListVersionView> setAside,
            @Nullable DownloadState download) {
        var attempt =
                source.lastAttemptAt == null
                        ? null
                        : new ListView.Attempt(
                                source.lastAttemptStatus,
                                source.lastAttemptReason,
                                source.lastAttemptAt);
        var formats =
                ListSource.ofId(source.id).map(ListSource::formats).orElse(List.of()).stream()
                        .map(FileFormat::slug)
                        .toList();
        return new ListView(
                source.id,
                source.authority,
                source.title,
                source.currentVersion,
                current == null ? 0 : current.listings,
                current == null ? 0 : current.vessels,
                current == null ? null : current.publishedAt,
                current == null ? null : current.lastObservedAt,
                current == null
                        ? null
                        : Duration.between(current.lastObservedAt, clock.instant()).toSeconds(),
                current == null ? null : current.format,
                formats,
                current == null ? 0 : (int) current.warnings.lines().count(),
                setAside,
                attempt,
                download);
    }

    /// Versions of a list, newest number first, below `before`.
    Uni<List<ListVersionView>> versions(String list, int before, int limit) {
        return sessions.withStatelessSession(session ->
                        session.createQuery(
                                        "from ListVersionEntity where list = ?1 and number < ?2"
                                                + " order by number desc",
                                        ListVersionEntity.class)
                                .setParameter(1, list)
                                .setParameter(2, before)
                                .setMaxResults(limit)
                                .getResultList())
                .map(rows -> rows.stream().map(ListVersionEntity::view).toList());
    }

    /// @throws ProblemException `not-found` when there is no such version
    Uni<ListVersionView> version(String list, int number) {
        return sessions.withStatelessSession(session ->
                        session.get(
                                ListVersionEntity.class, new ListVersionEntity.Key(list, number)))
                .onItem()
                .ifNull()
                .failWith(ProblemException::notFound)
                .map(ListVersionEntity::view);
    }

    /// Accepted versions of a list, in order of observation.
    Uni<List<VersionSpan>> accepted(String list) {
        return sessions.withStatelessSession(session ->
                        session.createQuery(ACCEPTED_OF_LIST, ListVersionEntity.class)
                                .setParameter(1, list)
                                .getResultList())
                .map(rows -> rows.stream().map(ListVersionEntity::span).toList());
    }

    private static final String KNOWN_THEN =
            """
            select v.list, v.number, v.sha256, min(s.observed_at), max(s.observed_at)
            from list_version v join list_sighting s on s.list = v.list and s.number = v.number
            where v.status = 'accepted' and v.accepted_at <= ?1 and s.recorded_at <= ?1
            group by v.list, v.number, v.sha256 order by v.list, v.number
            """;

    /// Every list with what was observed of it, as this platform knew it then.
    ///
    /// @param knownAt absent for now
    public Uni<List<Coverage>> coverage(@Nullable Instant knownAt) {
        if (knownAt == null) {
            return coverage();
        }
        return sessions.withStatelessSession(session ->
                sources(session)
                        .chain(sources ->
                                session.createNativeQuery(KNOWN_THEN, Object[].class)
                                        .setParameter(1, knownAt.atOffset(ZoneOffset.UTC))
                                        .getResultList()
                                        .map(rows -> coverageThen(sources, rows))));
    }

    private static List<Coverage> coverageThen(
            List<ListSourceEntity> sources, List<Object[]> rows) {
        return sources.stream()
                .map(source ->
                        new Coverage(
                                source.id,
                                source.authority,
                                source.listsVessels,
                                rows.stream()
                                        .filter(row -> row[0].equals(source.id))
                                        .map(row ->
                                                new VersionSpan(
                                                        ((Number) row[1]).intValue(),
                                                        (String) row[2],
                                                        instant(row[3]),
                                                        instant(row[4])))
                                        .toList(),
                                null))
                .toList();
    }

    private static Instant instant(Object time) {
        return time instanceof OffsetDateTime offset ? offset.toInstant() : (Instant) time;
    }

    /// Every list with what was observed of it.
    public Uni<List<Coverage>> coverage() {
        return sessions.withStatelessSession(session ->
                sources(session)
                        .chain(sources ->
                                session.createQuery(ACCEPTED_SPANS, Object[].class)
                                        .getResultList()
                                        .map(versions -> coverage(sources, versions))));
    }

    // Asked for with every screening: without the warnings, of which a version may have hundreds.
    private static final String ACCEPTED_SPANS =
            "select v.list, v.number, v.sha256, v.observedAt, v.lastObservedAt"
                    + " from ListVersionEntity v where v.status = 'accepted'"
                    + " order by v.list, v.number";

    private static @Nullable String setAside(ListSourceEntity source) {
        return ListVersionView.QUARANTINED.equals(source.lastAttemptStatus)
                ? source.lastAttemptReason
                : null;
    }

    private static List<Coverage> coverage(
            List<ListSourceEntity> sources, List<Object[]> versions) {
        var spans = new LinkedHashMap<String, List<VersionSpan>>();
        for (Object[] version : versions) {
            spans.computeIfAbsent((String) version[0], list -> new ArrayList<>())
                    .add(
                            new VersionSpan(
                                    (Integer) version[1],
                                    (String) version[2],
                                    (Instant) version[3],
                                    (Instant) version[4]));
        }
        return sources.stream()
                .map(source ->
                        new Coverage(
                                source.id,
                                source.authority,
                                source.listsVessels,
                                spans.getOrDefault(source.id, List.of()),
                                setAside(source)))
                .toList();
    }
}
