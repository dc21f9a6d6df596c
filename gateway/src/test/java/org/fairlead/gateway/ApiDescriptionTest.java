package org.fairlead.gateway;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.fairlead.testing.PublishedDescription;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDescriptionTest {

    @Test
    void isTheCommittedOne() throws IOException {
        PublishedDescription.assertIsCommitted("gateway");
    }
}
