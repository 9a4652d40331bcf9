package io.genledger.app.bench;

import java.io.IOException;
import java.net.URI;

/** A server on this machine that answers any id at once, in a process of its own. */
interface Server extends AutoCloseable {

    /** The base URL for clients. */
    URI baseUri();

    @Override
    void close() throws IOException;

    /** nginx, or the simulator where there is no nginx. */
    static Server fastest(int generations) throws IOException {
        if (NginxServer.isInstalled()) {
            System.out.println("server: nginx");
            return NginxServer.start();
        }
        System.out.println(
                "server: the simulator, which is slower than the client; for the ratios that count,"
                        + " install nginx: apt-get install nginx-light");
        return ServerProcess.serving(generations);
    }
}
