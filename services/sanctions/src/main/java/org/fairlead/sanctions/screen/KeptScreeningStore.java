package org.fairlead.sanctions.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Rows of `screening`; never changed.
@ApplicationScoped
class KeptScreeningStore {

    private static final String COLUMNS =
            "id, created_at, created_by, algorithm, config_hash, corpus_version, versions, queries, hits";

    private final Pool pool;
    private final ObjectMapper json;

    @Inject
    KeptScreeningStore(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    Uni<Void> keep(KeptScreening screening) {
        return pool.preparedQuery(
                        "insert into screening ("
                                + COLUMNS
                                + ", request, response) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
                .execute(
                        Tuple.tuple()
                                .addUUID(screening.id())
                                .addOffsetDateTime(screening.createdAt().atOffset(ZoneOffset.UTC))
                                .addString(screening.createdBy())
                                .addString(screening.algorithm())
                                .addString(screening.configHash())
                                .addString(screening.corpusVersion())
                                .addString(write(new TreeMap<>(screening.versions())))
                                .addInteger(screening.queries())
                                .addInteger(screening.hits())
                                .addString(screening.request())
                                .addString(screening.response()))
                .replaceWithVoid();
    }

    Uni<Optional<KeptScreening>> find(UUID id) {
        return pool.preparedQuery(
                        "select " + COLUMNS + ", request, response from screening where id = $1")
                .execute(Tuple.of(id))
                .map(rows ->
                        rows.rowCount() == 0
                                ? Optional.empty()
                                : Optional.of(read(rows.iterator().next(), true)));
    }

    /// Newest first, without what was asked and answered.
    Uni<List<KeptScreening>> page(Instant before, UUID after, int limit) {
        return pool.preparedQuery(
                        "select "
                                + COLUMNS
                                + " from screening where created_at < $1 or (created_at = $1 and id > $2)"
                                + " order by created_at desc, id limit $3")
                .execute(Tuple.of(before.atOffset(ZoneOffset.UTC), after, limit))
                .map(rows -> {
                    var page = new ArrayList<KeptScreening>();
                    rows.forEach(row -> page.add(read(row, false)));
                    return page;
                });
    }

    private KeptScreening read(Row row, boolean isWhole) {
        return new KeptScreening(
                row.getUUID("id"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("created_by"),
                row.getString("algorithm"),
                row.getString("config_hash"),
                row.getString("corpus_version"),
                versions(row.getString("versions")),
                row.getInteger("queries"),
                row.getInteger("hits"),
                isWhole ? row.getString("request") : "",
                isWhole ? row.getString("response") : "");
    }

    private Map<String, Integer> versions(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, Integer>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("versions of a kept screening are no JSON", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
