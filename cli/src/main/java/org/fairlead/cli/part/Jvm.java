package org.fairlead.cli.part;

import java.util.ArrayList;
import java.util.List;

/// The command line of a JVM for a process that shares a small machine with nine others.
public final class Jvm {

    /// For what works on every line of traffic or every call; everything else starts sooner and
    /// stays smaller without.
    public static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";

    /// Threads that ask for less of the processors than others get less.
    public static final String THREAD_PRIORITIES = "-XX:ThreadPriorityPolicy=1";

    private Jvm() {}

    /// The JDK the launcher itself runs on.
    public static String executable() {
        return ProcessHandle.current()
                .info()
                .command()
                .orElse(System.getProperty("java.home") + "/bin/java");
    }

    /// @param options after the common ones, which keep memory and start time low: one GC thread,
    ///   small headers of objects, C1 only unless they say [#BOTH_COMPILERS]
    public static List<String> command(int heapMegabytes, List<String> options) {
        var command = new ArrayList<String>();
        command.add(executable());
        command.add("-Xms32m");
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Dfile.encoding=UTF-8");
        command.addAll(options);
        return command;
    }
}
