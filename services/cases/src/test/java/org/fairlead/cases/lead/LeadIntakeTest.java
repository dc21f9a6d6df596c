package org.fairlead.cases.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.fairlead.cases.access.TeamTransactions;
import org.fairlead.cases.lifecycle.Priority;
import org.fairlead.testing.PlatformResource;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "cases"))
class LeadIntakeTest {

    @Inject LeadIntakeStore leads;
    @Inject TeamTransactions transactions;
    @Inject LeadConfig config;

    private <T> T inTransaction(Function<Mutiny.StatelessSession, Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> transactions.ofPlatform(work));
        } catch (Throwable fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static LeadSignal.Raise raise(String source, int version, String headline) {
        return new LeadSignal.Raise(
                LeadKind.ENCOUNTER,
                new SourceRef(
                        "ais", "activity", source, version, "/api/ais/v1/activities/" + source),
                headline,
                List.of(),
                new LeadVessel("273300001", null, "EXAMPLE"),
                Instant.parse("2024-02-03T04:10:00Z"),
                null,
                41.2,
                131.4,
                true,
                Priority.LOW,
                "It is new.");
    }

    private List<LeadEntity> rows(List<String> sources) {
        return inTransaction(session ->
                session.createSelectionQuery(
                                "from LeadEntity l where l.sourceId in :sources order by l.id",
                                LeadEntity.class)
                        .setParameter("sources", sources)
                        .getResultList());
    }

    private int announced(List<LeadEntity> rows, String kind) {
        return inTransaction(session ->
                        session.createNativeQuery(
                                        "select count(*) from outbox where cast(payload as jsonb) ->> 'kind' = ?1"
                                                + " and cast(payload as jsonb) ->> 'leadId' = any(string_to_array(?2, ','))",
                                        Long.class)
                                .setParameter(1, kind)
                                .setParameter(
                                        2,
                                        String.join(
                                                ",",
                                                rows.stream()
                                                        .map(row -> row.id.toString())
                                                        .toList()))
                                .getSingleResult())
                .intValue();
    }

    private void take(List<LeadSignal> signals) {
        var unused =
                inTransaction(session -> leads.take(session, signals).replaceWith(Boolean.TRUE));
    }

    @Nested
    class APollOfManyActivities {

        private final List<String> sources = new ArrayList<>();
        private final List<LeadSignal> poll = new ArrayList<>();

        APollOfManyActivities() {
            for (int i = 0; i < 120; i++) {
                String source = UUID.randomUUID().toString();
                sources.add(source);
                poll.add(raise(source, 1, "encounter " + i));
            }
        }

        @Test
        void raisesOneLeadOfEachTeamForEach() {
            take(poll);

            var rows = rows(sources);
            assertThat(rows).hasSize(120 * config.teams().size());
            assertThat(rows).allMatch(row -> row.version == 1 && row.headline.startsWith("enc"));
            assertThat(announced(rows, "lead-raised")).isEqualTo(rows.size());
        }

        @Test
        void raisesNothingWhenItComesAgain() {
            take(poll);
            take(poll);

            var rows = rows(sources);
            assertThat(rows).hasSize(120 * config.teams().size());
            assertThat(rows).allMatch(row -> row.version == 1);
        }

        @Test
        void bringsUpWhatIsKnownAndWhatItTellsTwiceOf() {
            take(List.of(poll.getFirst()));
            poll.set(0, raise(sources.getFirst(), 3, "longer"));
            poll.add(raise(sources.get(1), 2, "newer"));
            poll.add(
                    new LeadSignal.Retract(
                            LeadKind.ENCOUNTER, sources.get(2), 2, "Late data shows otherwise."));
            take(poll);

            assertThat(rows(List.of(sources.getFirst())))
                    .hasSize(config.teams().size())
                    .allMatch(row -> row.version == 2 && row.headline.equals("longer"));
            assertThat(rows(List.of(sources.get(1))))
                    .hasSize(config.teams().size())
                    .allMatch(row -> row.sourceVersion == 2 && row.headline.equals("newer"));
            assertThat(rows(List.of(sources.get(2))))
                    .hasSize(config.teams().size())
                    .allMatch(row -> row.isRetracted && row.state == LeadState.DISMISSED);
            assertThat(rows(sources)).hasSize(120 * config.teams().size());
        }
    }
}
