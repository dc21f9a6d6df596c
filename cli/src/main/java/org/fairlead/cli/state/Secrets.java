package org.fairlead.cli.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/// Passwords of this platform, each made the first time it is asked for and kept in a file of mode
/// 600.
public final class Secrets {

    private static final int BYTES = 32;

    private final StateDirectory state;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    public Secrets(StateDirectory state) {
        this.state = state;
        var file = state.file("secrets.properties");
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /// 43 characters, letters, digits, `-` and `_`: needs no quoting in SQL, JSON or a shell.
    public synchronized String of(String name) {
        var known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var made = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        values.setProperty(name, made);
        PrivateFile.write(state.file("secrets.properties"), values);
        return made;
    }
}
