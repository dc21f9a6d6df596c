package org.fairlead.cli.postgresql;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fairlead.cli.Refusal;

/// Runs PostgreSQL, which refuses to be root, where the launcher is root.
///
/// A user namespace of its own takes root's name away and leaves the files where they are, so the
/// data directory needs no other owner.
final class RootlessCommand {

    private static final List<String> WITHOUT_NAME = List.of("unshare", "-U");

    private RootlessCommand() {}

    static List<String> of(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        if (!works()) {
            throw new Refusal(
                    "PostgreSQL does not run as root and this machine allows root no user namespace;"
                            + " start ./fairlead as an ordinary user.");
        }
        var all = new ArrayList<>(WITHOUT_NAME);
        all.addAll(command);
        return all;
    }

    private static boolean works() {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
