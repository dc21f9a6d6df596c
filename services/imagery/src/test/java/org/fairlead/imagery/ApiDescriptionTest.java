package org.fairlead.imagery;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.fairlead.testing.PlatformResource;
import org.fairlead.testing.PublishedDescription;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "imagery"))
class ApiDescriptionTest {

    @Test
    void isTheCommittedOne() throws IOException {
        PublishedDescription.assertIsCommitted("imagery");
    }
}
