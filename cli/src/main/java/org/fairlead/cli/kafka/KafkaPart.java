package org.fairlead.cli.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.Uuid;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.part.Jvm;
import org.fairlead.cli.part.Part;
import org.fairlead.cli.part.Site;
import org.fairlead.cli.part.StartCache;
import org.fairlead.cli.process.Launch;

/// Kafka as one KRaft node in a JVM of its own, run from the launcher's libraries.
public final class KafkaPart implements Part {

    public static final String NAME = "kafka";
    private static final int HEAP_MEGABYTES = 512;

    private final Site site;

    public KafkaPart(Site site) {
        this.site = site;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Integer> ports() {
        return List.of(site.ports().kafka(), site.ports().kafkaController());
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        site.state().directoryOf(NAME);
        Files.writeString(settings(), new KafkaSettings(site.ports(), data()).text());
        if (!Files.exists(data().resolve("meta.properties"))) {
            format();
        }
    }

    @Override
    public Launch launch() {
        return java(startCache().options(site.learns()), "kafka.Kafka", settings().toString());
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
        return StartCache.of(site, NAME, site.workspace().libraries());
    }

    @Override
    public boolean isReady() {
        try (var admin = KafkaTopics.admin(bootstrap())) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException away) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void complete() throws ExecutionException, InterruptedException {
        try (var admin = KafkaTopics.admin(bootstrap())) {
            KafkaTopics.create(admin);
        }
    }

    private String bootstrap() {
        return Site.LOOPBACK + ":" + site.ports().kafka();
    }

    private Path data() {
        return site.state().file(NAME).resolve("data");
    }

    private Path settings() {
        return site.state().file(NAME).resolve("server.properties");
    }

    private void format() throws IOException, InterruptedException {
        var format =
                java(
                        List.of(),
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        Uuid.randomUuid().toString(),
                        "-c",
                        settings().toString());
        var log = site.state().log(NAME);
        var code =
                new ProcessBuilder(format.command())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start()
                        .waitFor();
        if (code != 0) {
            throw new Refusal("Kafka could not format its data directory; see " + log + ".");
        }
    }

    private Launch java(List<String> more, String main, String... arguments) {
        var options = new ArrayList<>(more);
        options.addAll(
                List.of(
                        Jvm.BOTH_COMPILERS,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
                        "-Dorg.slf4j.simpleLogger.showThreadName=false",
                        "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config.AbstractConfig=warn",
                        "-cp",
                        site.workspace().libraries() + "/*"));
        var command = new ArrayList<>(Jvm.command(HEAP_MEGABYTES, options));
        command.add(main);
        command.addAll(List.of(arguments));
        return new Launch(command, Map.of(), site.state().root());
    }
}
