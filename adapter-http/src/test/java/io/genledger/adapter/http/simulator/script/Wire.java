package io.genledger.adapter.http.simulator.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection to the simulator that shows each received byte and how the connection ended. */
final class Wire implements AutoCloseable {

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    /** The received part of a response, and how it ended. */
    record Response(int status, Map<String, String> headers, String body, End end) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** How a response ended. */
    enum End {
        COMPLETE,
        CUT,
        RESET
    }

    /** Requests an id and waits for the end of the response. */
    static Response ask(OpenRouterSimulator simulator, String id) throws IOException {
        try (Wire wire = asking(simulator, id)) {
            return wire.response();
        }
    }

    /** Requests an id without waiting. */
    static Wire asking(OpenRouterSimulator simulator, String id) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port());
        String request =
                "GET /api/v1/generation?id="
                        + id
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer k\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return new Wire(socket);
    }

    /** Whether no byte is available to be read. */
    boolean isSilent() throws IOException {
        return socket.getInputStream().available() == 0;
    }

    Response response() throws IOException {
        int status = 0;
        Map<String, String> headers = new TreeMap<>();
        StringBuilder body = new StringBuilder();
        End end;
        try {
            status = Integer.parseInt(line().substring(9, 12));
            for (String line = line(); !line.isEmpty(); line = line()) {
                String[] parts = line.split(": ", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            body(Integer.parseInt(headers.getOrDefault("content-length", "0")), body);
            end = End.COMPLETE;
        } catch (EOFException closed) {
            end = End.CUT;
        } catch (SocketException reset) {
            end = End.RESET;
        }
        return new Response(status, headers, body.toString(), end);
    }

    /** Reads the headers and the first bytes of the body. */
    String startOfBody(int bytes) throws IOException {
        while (!line().isEmpty()) {}
        StringBuilder body = new StringBuilder();
        body(bytes, body);
        return body.toString();
    }

    private void body(int length, StringBuilder body) throws IOException {
        while (body.length() < length) {
            body.append((char) read());
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next != '\n'; next = read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private int read() throws IOException {
        InputStream in = socket.getInputStream();
        int next = in.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
