package io.genledger.adapter.http.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An HTTP proxy that opens tunnels (CONNECT). It resolves no names: each tunnel leads to the same
 * port of this machine.
 */
public final class ConnectProxy implements AutoCloseable {

    private final RawServer server;
    private final Queue<String> targets = new ConcurrentLinkedQueue<>();

    private ConnectProxy(int target, String login, String refusal) {
        this.server =
                RawServer.start((client, number) -> {
                    List<String> head = client.head();
                    targets.add(head.get(0));
                    if (!refusal.isEmpty()) {
                        client.send("HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n");
                    } else if (!login.isEmpty() && !head.contains(authorization(login))) {
                        client.send("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
                    } else {
                        tunnel(client, target);
                    }
                });
    }

    /**
     * A proxy to {@code target}.
     *
     * @param login the required {@code USER:PASSWORD}; empty if none is required
     */
    public static ConnectProxy to(int target, String login) {
        return new ConnectProxy(target, login, "");
    }

    /** A proxy that answers each CONNECT with this status. */
    public static ConnectProxy refusing(String status) {
        return new ConnectProxy(0, "", status);
    }

    private static String authorization(String login) {
        return "proxy-authorization: Basic "
                + Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
    }

    private static void tunnel(RawConnection client, int target) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.send("HTTP/1.1 200 Connection established\r\n\r\n");
            Thread.startVirtualThread(() -> copy(server, client.socket()));
            client.transferTo(server.getOutputStream());
        }
    }

    private static void copy(Socket from, Socket to) {
        try (to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // The client or the server has closed the tunnel.
        }
    }

    /** The port on which the proxy listens. */
    public int port() {
        return server.port();
    }

    /** The first lines of the requests so far. */
    public List<String> requests() {
        return List.copyOf(targets);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
