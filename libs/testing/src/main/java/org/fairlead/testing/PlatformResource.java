package org.fairlead.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.fairlead.contracts.Topics;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL with the roles of a deployment and a Kafka with the platform's topics, shared by
/// all tests of a JVM. Use with `@QuarkusTestResource(value = PlatformResource.class, initArgs
/// = @ResourceArg(name = "database", value = "ais"))`.
public class PlatformResource implements QuarkusTestResourceLifecycleManager {

    private static final int PARTITIONS = 4;

    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable EmbeddedKafkaBroker kafka;

    private String database = "fairlead";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", "fairlead");
    }

    @Override
    public Map<String, String> start() {
        try {
            return settings(startedPostgres(), startedKafka());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static synchronized EmbeddedPostgres startedPostgres() throws IOException {
        if (postgres == null) {
            postgres = kept(EmbeddedPostgres.builder()).start();
        }
        return postgres;
    }

    /// With `fairlead.testing.database-directory` the data stay for the next run, and the server
    /// waits for the disk as a deployed one does: for what takes long to make and is measured.
    private static EmbeddedPostgres.Builder kept(EmbeddedPostgres.Builder server) {
        server.setServerConfig("max_connections", "200");
        String directory = System.getProperty("fairlead.testing.database-directory", "");
        if (directory.isBlank()) {
            return server;
        }
        return server.setDataDirectory(Path.of(directory))
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB");
    }

    private static synchronized EmbeddedKafkaBroker startedKafka() {
        if (kafka == null) {
            kafka = new EmbeddedKafkaBroker().withNodeId(1).start();
            createTopics(kafka.getAdvertisedListeners());
        }
        return kafka;
    }

    private Map<String, String> settings(EmbeddedPostgres server, EmbeddedKafkaBroker broker)
            throws IOException {
        createDatabase(server);
        String address = "127.0.0.1:" + server.getPort() + "/" + database;
        var settings = new HashMap<String, String>();
        settings.put("quarkus.datasource.reactive.url", "postgresql://" + address);
        settings.put("quarkus.datasource.jdbc.url", "jdbc:postgresql://" + address);
        settings.put("quarkus.datasource.username", database);
        settings.put("quarkus.datasource.password", "app");
        settings.put("quarkus.flyway.jdbc-url", "jdbc:postgresql://" + address);
        settings.put("quarkus.flyway.username", database + "_owner");
        settings.put("quarkus.flyway.password", "owner");
        settings.put("kafka.bootstrap.servers", bootstrap(broker));
        settings.put("quarkus.kafka-streams.bootstrap-servers", bootstrap(broker));
        settings.put("quarkus.oidc.public-key", Tokens.publicKey());
        settings.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        settings.put(
                "fairlead.state-dir", Files.createTempDirectory("fairlead-" + database).toString());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.log.console.json.enabled", "false");
        return settings;
    }

    private static String bootstrap(EmbeddedKafkaBroker broker) {
        String listeners = broker.getAdvertisedListeners();
        return listeners.substring(listeners.indexOf("//") + 2);
    }

    private void createDatabase(EmbeddedPostgres server) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var there =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + database + "'")) {
                if (there.next()) {
                    return;
                }
            }
            statement.execute("create role " + database + "_owner login password 'owner'");
            statement.execute("create role " + database + " login password 'app'");
            statement.execute("create database " + database + " owner " + database + "_owner");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        try (var connection = server.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter schema public owner to " + database + "_owner");
            statement.execute(
                    "alter default privileges for role "
                            + database
                            + "_owner in schema public grant select, insert, update, delete on tables to "
                            + database);
            statement.execute(
                    "alter default privileges for role "
                            + database
                            + "_owner in schema public grant usage, select on sequences to "
                            + database);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    static void createTopics(String listeners) {
        String servers = listeners.substring(listeners.indexOf("//") + 2);
        var topics = new ArrayList<NewTopic>();
        for (String topic : Topics.all()) {
            var created = new NewTopic(topic, Optional.of(PARTITIONS), Optional.of((short) 1));
            if (Topics.compacted().contains(topic)) {
                created.configs(Map.of("cleanup.policy", "compact"));
            }
            topics.add(created);
            topics.add(
                    new NewTopic(Topics.deadLetter(topic), Optional.of(1), Optional.of((short) 1)));
        }
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            var present = admin.listTopics().names().get();
            List<NewTopic> missing =
                    topics.stream().filter(topic -> !present.contains(topic.name())).toList();
            admin.createTopics(missing).all().get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException fault) {
            throw new IllegalStateException("topics could not be created", fault);
        }
    }

    /// Where Kafka listens, for tests that produce or consume themselves.
    public static String kafkaBootstrapServers() {
        return bootstrap(startedKafka());
    }

    /// The shared PostgreSQL, for tests that look into a database past the service.
    public static EmbeddedPostgres database() {
        try {
            return startedPostgres();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Nothing: the next test class of this JVM uses the same parts, and they end with it.
    @Override
    public void stop() {}

    /// A file of the real inputs beside the checkout, absent where they are not laid out.
    public static Optional<Path> realInput(String relativePath) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("pom.xml")) && Files.exists(at.resolve("fairlead"))) {
                Path file = at.resolveSibling("shared").resolve("data").resolve(relativePath);
                return Files.exists(file) ? Optional.of(file) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
