package org.fairlead.cli.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.cli.build.Versions;
import org.fairlead.cli.part.Part;
import org.fairlead.cli.part.Probe;
import org.fairlead.cli.part.Site;
import org.fairlead.cli.postgresql.PostgresPart;
import org.fairlead.cli.postgresql.PostgresServer;
import org.fairlead.cli.process.Launch;

/// Keycloak on the platform's PostgreSQL, with the realm `fairlead`.
public final class KeycloakPart implements Part {

    public static final String NAME = "keycloak";

    private final Site site;

    public KeycloakPart(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().keycloak(), site.ports().keycloakManagement());
    }

    @Override
    public Set<String> needs() {
        return Set.of(PostgresPart.NAME);
    }

    @Override
    public void prepare() throws IOException, SQLException {
        new KeycloakDatabase(PostgresServer.of(site)).discardUnfinished();
        var home = home();
        home.link();
        var file = home.imports().resolve("fairlead-realm.json");
        Files.deleteIfExists(file);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, RealmFile.text(site.settings().demo(), values()));
    }

    @Override
    public Launch launch() {
        // An existing realm is left alone by the import, so it may be asked for at every start.
        var command = home().command(List.of("start", "--optimized", "--import-realm"));
        return new Launch(command, environment(), site.state().root());
    }

    /// The realm's own document, not the server's health: the import comes after the server is up.
    @Override
    public boolean isReady() {
        return Probe.answersOk(site.issuer() + "/.well-known/openid-configuration");
    }

    private Map<String, String> environment() {
        var ports = site.ports();
        return Map.ofEntries(
                Map.entry(
                        "KC_DB_URL",
                        "jdbc:postgresql://%s:%d/keycloak"
                                .formatted(Site.LOOPBACK, ports.postgresql())),
                Map.entry("KC_DB_USERNAME", "keycloak"),
                Map.entry("KC_DB_PASSWORD", site.secrets().of("postgresql.keycloak")),
                Map.entry("KC_DB_POOL_MAX_SIZE", "20"),
                // Connections of a PostgreSQL that was restarted are noticed before they are used.
                Map.entry("QUARKUS_DATASOURCE_JDBC_FOREGROUND_VALIDATION_INTERVAL", "500ms"),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", Site.LOOPBACK),
                Map.entry("KC_HTTP_PORT", Integer.toString(ports.keycloak())),
                Map.entry("KC_HTTP_MANAGEMENT_HOST", Site.LOOPBACK),
                Map.entry("KC_HTTP_MANAGEMENT_PORT", Integer.toString(ports.keycloakManagement())),
                Map.entry("KC_HOSTNAME", site.keycloakUrl()),
                Map.entry("KC_CACHE", "local"),
                Map.entry("KC_BOOTSTRAP_ADMIN_USERNAME", "admin"),
                Map.entry("KC_BOOTSTRAP_ADMIN_PASSWORD", site.secrets().of("keycloak.admin")));
    }

    private Map<String, String> values() {
        return Map.of(
                "publicUrl", site.publicUrl(),
                "publicUrlByAddress",
                        "http://%s:%d".formatted(Site.LOOPBACK, site.ports().gateway()),
                "gatewayClientSecret", site.secrets().of("client.fairlead-gateway"),
                "servicesClientSecret", site.secrets().of("client.fairlead-services"),
                "integratorClientSecret", site.secrets().of("client.integrator-demo"));
    }

    private KeycloakHome home() {
        return new KeycloakHome(distribution(site), site.state().file(NAME));
    }

    private static Path distribution(Site site) {
        return site.workspace().runtime().resolve("keycloak-" + Versions.ofThisBuild().keycloak());
    }

    /// Makes the distribution ready to start; safe to run beside Maven.
    public static void build(Site site) throws IOException, InterruptedException {
        KeycloakHome.build(distribution(site), site.state().log("build"));
    }
}
