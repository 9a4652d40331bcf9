package io.genledger.app.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** Requests as bytes, for what no client of HTTP sends. */
final class RawRequests {

    private RawRequests() {}

    /**
     * A request with a body, and with a Content-Length unless {@code headers} state the framing.
     */
    static byte[] request(String line, String headers, byte[] body) {
        boolean isFramed = headers.contains("Transfer-Encoding") || headers.contains("Length");
        String head =
                line
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + headers
                        + (isFramed ? "" : "Content-Length: " + body.length + "\r\n")
                        + "\r\n";
        return joined(head.getBytes(ISO_8859_1), body);
    }

    static byte[] joined(byte[] head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(body);
        return all.toByteArray();
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return packed.toByteArray();
    }

    /**
     * What the server answers to {@code request} until it closes the connection; a byte a
     * character.
     *
     * @param wait how long to wait for more of the answer before the client ends its output, which
     *     breaks off a request that is not complete
     */
    static String send(int port, byte[] request, Duration wait) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) wait.toMillis());
            socket.getOutputStream().write(request);
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException waiting) {
                socket.shutdownOutput();
                socket.setSoTimeout(30_000);
                socket.getInputStream().transferTo(answer);
            }
        } catch (SocketException reset) {
            // A server that does not read a request to its end may reset the connection.
        }
        return answer.toString(ISO_8859_1);
    }
}
