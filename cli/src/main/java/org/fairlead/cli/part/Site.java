package org.fairlead.cli.part;

import org.fairlead.cli.build.Workspace;
import org.fairlead.cli.state.Secrets;
import org.fairlead.cli.state.Settings;
import org.fairlead.cli.state.StateDirectory;

/// Where and with what one platform runs.
///
/// @param learns whether parts started now should learn for faster starts
public record Site(
        Workspace workspace,
        StateDirectory state,
        Settings settings,
        Secrets secrets,
        boolean learns) {

    public static final String LOOPBACK = "127.0.0.1";

    public Ports ports() {
        return new Ports(settings.port());
    }

    /// The address people use. A name and not a number: the issuer in tokens has the same host, and
    /// cookies go by host.
    public String publicUrl() {
        return "http://localhost:" + ports().gateway();
    }

    public String keycloakUrl() {
        return "http://localhost:" + ports().keycloak();
    }

    public String issuer() {
        return keycloakUrl() + "/realms/fairlead";
    }
}
