package org.fairlead.ais.upload;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.fairlead.testing.Tokens;

/// A sender that announces a body, sends the beginning of it, and goes away when closed.
final class BrokenUpload implements AutoCloseable {

    private final Socket socket;

    /// @param call method and path
    /// @param headers more of them, each with its end of line
    BrokenUpload(String call, String headers, int announced, byte[] beginning) throws IOException {
        socket = new Socket("127.0.0.1", RestAssured.port);
        var out = socket.getOutputStream();
        out.write(
                (call
                                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                + Tokens.carl()
                                + "\r\nContent-Length: "
                                + announced
                                + "\r\n"
                                + headers
                                + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.write(beginning);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
