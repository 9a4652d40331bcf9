package io.genledger.adapter.http.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A loopback server that handles each connection by a script, in a virtual thread. */
public final class RawServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    /** What the server does on one connection; returning closes it. */
    @FunctionalInterface
    public interface Script {

        /**
         * Serves a connection.
         *
         * @param number of the connection, from 1
         */
        void serve(RawConnection connection, int number) throws IOException, InterruptedException;
    }

    private RawServer(ServerSocket listener, Script script) {
        this.listener = listener;
        this.script = script;
    }

    /** Starts a server on a free port. */
    public static RawServer start(Script script) {
        return start(ServerSocketFactory.getDefault(), script);
    }

    /** Starts a server with sockets of this factory, such as those for TLS. */
    public static RawServer start(ServerSocketFactory sockets, Script script) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            RawServer server = new RawServer(sockets.createServerSocket(0, 1024, loopback), script);
            Thread.startVirtualThread(server::accept);
            return server;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                int number = connections.incrementAndGet();
                Thread.startVirtualThread(() -> serve(socket, number));
            }
        } catch (IOException closed) {
            // The test has ended.
        }
    }

    private void serve(Socket socket, int number) {
        try (socket) {
            socket.setTcpNoDelay(true);
            script.serve(new RawConnection(socket), number);
        } catch (IOException | InterruptedException closedByClient) {
            // The client may close its connection at any time.
        } finally {
            sockets.remove(socket);
        }
    }

    /** The number of connections that clients have opened. */
    public int connections() {
        return connections.get();
    }

    /** The port on which the server listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** The base URL for clients. */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + port() + "/api/v1");
    }

    /** Closes the listener and every connection. */
    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            try {
                socket.close();
            } catch (SocketException alreadyClosed) {
                // Nothing is left to close.
            }
        }
    }
}
