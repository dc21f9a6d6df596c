package org.fairlead.ais.recent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.fairlead.ais.track.UnmergedFrames;
import org.fairlead.contracts.frame.Fix;
import org.fairlead.testing.PlatformResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "ais"))
class RecentPositionStoreTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant NOON = Instant.parse("2022-06-08T12:00:00Z");

    @Inject UnmergedFrames frames;
    @Inject RecentPositionStore store;

    private static Fix fix(int mmsi, int second) {
        return new Fix(
                mmsi, NOON.plusSeconds(second).toEpochMilli(), 1, 2, 3, 4, 5, 0, 0, 1, second % 2);
    }

    private Optional<Fix> of(int mmsi) {
        return store.read().await().indefinitely().of(mmsi).map(RecentPosition::fix);
    }

    @AfterEach
    void mergeAgain() {
        frames.release();
    }

    @Test
    void hasWhatWaitsWithinASecondAndForgetsItOnceItIsMerged() {
        int mmsi = 273320001;
        frames.hold();
        frames.append("waits", fix(mmsi, 0), fix(mmsi, 2));
        await().atMost(SOON).untilAsserted(() -> assertThat(of(mmsi)).hasValue(fix(mmsi, 2)));
        frames.append("waits", fix(mmsi, 1), fix(mmsi, 3));
        await().atMost(SOON).untilAsserted(() -> assertThat(of(mmsi)).hasValue(fix(mmsi, 3)));
        assertThat(of(mmsi)).get().returns(true, Fix::isSynthetic);

        frames.release();

        await().atMost(SOON).untilAsserted(() -> assertThat(of(mmsi)).isEmpty());
        assertThat(frames.waiting()).isZero();
    }
}
