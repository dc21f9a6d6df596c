package org.fairlead.cli.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairlead.cli.kafka.KafkaPart;
import org.fairlead.cli.keycloak.KeycloakPart;
import org.fairlead.cli.part.Jvm;
import org.fairlead.cli.part.Part;
import org.fairlead.cli.part.Probe;
import org.fairlead.cli.part.Site;
import org.fairlead.cli.part.StartCache;
import org.fairlead.cli.postgresql.PostgresPart;
import org.fairlead.cli.process.Launch;
import org.fairlead.cli.sea.SeaGraphFile;

/// A service or the gateway: a Quarkus application with a database of its own, configured by its
/// environment.
///
/// @param module where it is built, relative to the checkout
public record ServicePart(Site site, String name, String module, int port, int heapMegabytes)
        implements Part {

    /// What all traffic and every call goes through: the second compiler pays there.
    private static final Set<String> BUSY = Set.of("ais", "gateway");

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public Set<String> needs() {
        return Set.of(PostgresPart.NAME, KafkaPart.NAME, KeycloakPart.NAME);
    }

    @Override
    public void prepare() {
        site.state().directoryOf(name);
    }

    @Override
    public Launch launch() {
        var options = new ArrayList<>(startCache().options(site.learns()));
        if (BUSY.contains(name)) {
            options.add(Jvm.BOTH_COMPILERS);
        }
        if (name.equals("ais")) {
            options.add(Jvm.THREAD_PRIORITIES);
        }
        options.add("--enable-native-access=ALL-UNNAMED");
        options.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        options.add("-jar");
        var command = new ArrayList<>(Jvm.command(heapMegabytes, options));
        command.add(application().toString());
        return new Launch(command, environment(), site.state().directoryOf(name));
    }

    @Override
    public boolean learns() {
        return startCache().isLearning();
    }

    @Override
    public void stopped() {
        startCache().keep();
    }

    private StartCache startCache() {
        return StartCache.of(site, name, application());
    }

    private Path application() {
        return site.workspace().application(module);
    }

    @Override
    public boolean isReady() {
        return Probe.answersOk("http://%s:%d/q/health/ready".formatted(Site.LOOPBACK, port));
    }

    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", Site.LOOPBACK);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("FAIRLEAD_STATE_DIR", site.state().directoryOf(name).toString());
        environment.put("FAIRLEAD_DEMO", Boolean.toString(site.settings().demo()));
        environment.put("FAIRLEAD_PUBLIC_URL", site.publicUrl());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", Site.LOOPBACK + ":" + site.ports().kafka());
        database(environment);
        identity(environment);
        neighbours(environment);
        sea(environment);
        signing(environment);
        return environment;
    }

    private void sea(Map<String, String> environment) {
        if (name.equals("imagery") || name.equals("ais")) {
            var graph = SeaGraphFile.of(site.workspace()).path();
            environment.put("FAIRLEAD_SEAS_GRAPH", graph.toString());
            var imported = site.state().root().resolve("seas");
            environment.put("FAIRLEAD_SEAS_IMPORTED", imported.toString());
        }
    }

    /// Only the service that signs dossiers knows the key.
    private void signing(Map<String, String> environment) {
        if (name.equals("cases")) {
            environment.put("CASES_SIGNER_SEED", site.secrets().of("dossier.signing-key"));
            // Beside the database, not in it: what was signed stays known when that is rewritten.
            environment.put(
                    "CASES_AUDIT_CHECKPOINT_DIRECTORY",
                    site.state().root().resolve("checkpoints").toString());
        }
    }

    private void database(Map<String, String> environment) {
        var address =
                "postgresql://%s:%d/%s".formatted(Site.LOOPBACK, site.ports().postgresql(), name);
        var owner = name + "_owner";
        environment.put("QUARKUS_DATASOURCE_USERNAME", name);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", site.secrets().of("postgresql." + name));
        environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", address);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:" + address);
        environment.put("QUARKUS_FLYWAY_JDBC_URL", "jdbc:" + address);
        environment.put("QUARKUS_FLYWAY_USERNAME", owner);
        environment.put("QUARKUS_FLYWAY_PASSWORD", site.secrets().of("postgresql." + owner));
    }

    private void identity(Map<String, String> environment) {
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", site.issuer());
        environment.put("FAIRLEAD_SERVICES_CLIENT_ID", "fairlead-services");
        environment.put(
                "FAIRLEAD_SERVICES_CLIENT_SECRET", site.secrets().of("client.fairlead-services"));
        if (name.equals("gateway")) {
            environment.put(
                    "QUARKUS_OIDC_CREDENTIALS_SECRET",
                    site.secrets().of("client.fairlead-gateway"));
            environment.put(
                    "QUARKUS_OIDC_AUTHENTICATION_STATE_SECRET", site.secrets().of("gateway.state"));
            environment.put(
                    "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
                    site.secrets().of("gateway.token-state"));
            environment.put("FAIRLEAD_KEYCLOAK_URL", site.keycloakUrl());
        }
    }

    private void neighbours(Map<String, String> environment) {
        var ports = site.ports();
        environment.put("FAIRLEAD_AIS_URL", url(ports.ais()));
        environment.put("FAIRLEAD_IMAGERY_URL", url(ports.imagery()));
        environment.put("FAIRLEAD_SANCTIONS_URL", url(ports.sanctions()));
        environment.put("FAIRLEAD_CASES_URL", url(ports.cases()));
    }

    private static String url(int port) {
        return "http://%s:%d".formatted(Site.LOOPBACK, port);
    }
}
