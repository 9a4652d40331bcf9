package io.genledger.adapter.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;

/** The server's side of one connection: requests are parsed, responses are raw bytes. */
public final class RawConnection {

    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;

    RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The socket, for scripts that reset or shut down the connection. */
    public Socket socket() {
        return socket;
    }

    /**
     * Reads the next request, and returns the requested id.
     *
     * @throws EOFException if the client closed the connection instead
     */
    public String request() throws IOException {
        String url = head().get(0).split(" ", 3)[1];
        return URLDecoder.decode(url.substring(url.indexOf('=') + 1), UTF_8);
    }

    /**
     * Reads the lines of the next request, without the empty one at its end.
     *
     * @throws EOFException if the client closed the connection instead
     */
    public List<String> head() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return lines;
    }

    /**
     * Reads the next response with its body, one character for each byte.
     *
     * @throws EOFException if the server closed the connection instead
     */
    String response() throws IOException {
        List<String> head = head();
        int length = 0;
        for (String line : head) {
            if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(line.substring(LENGTH.length()).strip());
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException();
        }
        return String.join("\r\n", head) + "\r\n\r\n" + new String(body, ISO_8859_1);
    }

    /** Sends these bytes at once. */
    public void send(String bytes) throws IOException {
        send(bytes.getBytes(ISO_8859_1));
    }

    /** Sends these bytes at once. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Waits until the client closes the connection; false if it sends a request instead. */
    public boolean isClosedByClient() throws IOException {
        return in.read() < 0;
    }

    /** Passes on all further bytes of the client. */
    void transferTo(OutputStream out) throws IOException {
        in.transferTo(out);
    }

    /** Closes the connection with RST instead of FIN. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
