package org.fairlead.cli.platform;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.fairlead.cli.Refusal;
import org.fairlead.cli.build.Applications;
import org.fairlead.cli.build.Freshness;
import org.fairlead.cli.keycloak.KeycloakPart;
import org.fairlead.cli.part.Part;
import org.fairlead.cli.part.Ports;
import org.fairlead.cli.part.Site;
import org.fairlead.cli.process.PidFile;
import org.fairlead.cli.sea.SeaGraphFile;
import org.fairlead.cli.service.ServicePart;
import org.fairlead.cli.state.Settings;

/// All parts of one platform together.
public final class Platform {

    private static final Duration TO_RECOVER = Duration.ofSeconds(60);

    private final Site site;
    private final Progress progress;
    private final List<Part> parts;

    public Platform(Site site, Progress progress) {
        this.site = site;
        this.progress = progress;
        this.parts = Parts.of(site);
    }

    public List<String> partNames() {
        return parts.stream().map(Part::name).toList();
    }

    /// Parts that do not run, after making sure that they could.
    public List<Part> startable() {
        var missing = parts.stream().filter(part -> !isRunning(part)).toList();
        if (!missing.isEmpty()) {
            site.state().requireSpace();
            requireFreePorts(missing);
        }
        return missing;
    }

    /// Builds what these parts run from if it is not current, and starts them: all of them or none.
    public void start(List<Part> missing) {
        build(missing);
        progress.say("Starting " + (missing.size() == 1 ? "1 part" : missing.size() + " parts"));
        new Starter(site.state(), progress).start(missing);
    }

    /// Gives parts that run but do not answer a time to recover, then starts them anew.
    ///
    /// @return whether there was any
    public boolean mend() {
        var away = unready();
        if (away.isEmpty()) {
            return false;
        }
        progress.say("Waiting for " + names(away) + " to answer again");
        var lost = unreadyAfter(TO_RECOVER);
        if (!lost.isEmpty()) {
            progress.say("Starting " + names(lost) + " anew");
            new Stopper(site.state(), progress, false).stop(lost);
            new Starter(site.state(), progress).start(lost);
        }
        return true;
    }

    private List<Part> unreadyAfter(Duration patience) {
        var until = Instant.now().plus(patience);
        var unready = unready();
        while (!unready.isEmpty() && Instant.now().isBefore(until)) {
            pause();
            unready = unready();
        }
        return unready;
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(300));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("Waiting was interrupted.", interrupted);
        }
    }

    private List<Part> unready() {
        return parts.parallelStream().filter(part -> !part.isReady()).toList();
    }

    private static String names(List<Part> parts) {
        return parts.stream().map(Part::name).collect(Collectors.joining(", "));
    }

    public void down() {
        if (parts.stream().anyMatch(part -> isRunning(part) && part.learns())) {
            progress.say(
                    "Keeping what this run has learned for faster starts; about a minute, once");
        }
        new Stopper(site.state(), progress, false).stop(parts);
    }

    public boolean isAnythingRunning() {
        return parts.stream().anyMatch(this::isRunning);
    }

    public List<PartStatus> status() {
        return parts.parallelStream().map(part -> PartStatus.of(part, site.state())).toList();
    }

    private boolean isRunning(Part part) {
        return new PidFile(site.state().pidFile(part.name())).running().isPresent();
    }

    private void requireFreePorts(List<Part> missing) {
        for (var part : missing) {
            for (var port : part.ports()) {
                if (!Ports.isFree(port)) {
                    throw new Refusal(
                            "Port %d, which %s needs, is taken by another program; stop that program, or use %s."
                                    .formatted(port, part.name(), otherPorts()));
                }
            }
        }
    }

    private String otherPorts() {
        return Settings.read(site.state()).isEmpty()
                ? "another block of ten ports with --port 9080"
                : "another platform on other ports with --port 9080 --data DIR";
    }

    /// Maven and Keycloak's own build step, side by side. What runs keeps its files: an application
    /// has copies of the libraries it is made of.
    private void build(List<Part> missing) {
        var from = Instant.now();
        var log = site.state().log("build");
        var stale = new Freshness(site.workspace()).stale(modulesOf(missing));
        if (!stale.isEmpty()) {
            progress.say("Building " + String.join(", ", stale) + " (log: " + log + ")");
        }
        var keycloak = CompletableFuture.runAsync(() -> unchecked(() -> KeycloakPart.build(site)));
        var sea = CompletableFuture.runAsync(this::buildSea);
        try {
            if (!stale.isEmpty()) {
                unchecked(() -> new Applications(site.workspace(), log).build(stale));
            }
            keycloak.join();
            sea.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof Refusal refusal ? refusal : failed;
        }
        progress.done("build", "current", Duration.between(from, Instant.now()));
    }

    private void buildSea() {
        var file = SeaGraphFile.of(site.workspace());
        if (!file.isCurrent()) {
            progress.say("Building the graph of navigable water, once, about a minute");
            file.build(ProcessBuilder.Redirect.DISCARD);
        }
    }

    private static List<String> modulesOf(List<Part> parts) {
        return parts.stream()
                .filter(ServicePart.class::isInstance)
                .map(part -> ((ServicePart) part).module())
                .toList();
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void unchecked(Step step) {
        try {
            step.run();
        } catch (IOException failure) {
            throw new Refusal("The build could not run: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("The build was interrupted.", interrupted);
        }
    }
}
