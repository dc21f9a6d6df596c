package org.fairlead.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import org.fairlead.testing.PlatformResource;

/// What every test of this module runs on, started once.
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = "database", value = "gateway"))
@QuarkusTestResource(FakeProvider.class)
@QuarkusTestResource(FakeServices.class)
final class GatewayPlatform {

    private GatewayPlatform() {}
}
