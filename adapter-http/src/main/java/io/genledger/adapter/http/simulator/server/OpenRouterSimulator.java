package io.genledger.adapter.http.simulator.server;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.counts.RequestCounts;
import io.genledger.adapter.http.simulator.counts.RequestTracker;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * A loopback server that imitates OpenRouter's generation endpoint. It serves {@code GET
 * /api/v1/generation?id=…} (and {@code /generation}), requires a bearer token, and replies by its
 * {@link Behaviour}. It does not parse the documents that it serves. Its threads are daemons.
 */
public final class OpenRouterSimulator implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int THREADS = 2;
    private static final int BACKLOG = 1024;
    private static final int MAX_REQUEST_BYTES = 64 * 1024;
    private static final long STOP_MILLIS = 500;

    private final EventLoopGroup threads;
    private final Channel listener;
    private final RequestCounts counts;

    private OpenRouterSimulator(EventLoopGroup threads, Channel listener, RequestCounts counts) {
        this.threads = threads;
        this.listener = listener;
        this.counts = counts;
    }

    /**
     * Starts a simulator on a free port.
     *
     * @throws UncheckedIOException if the loopback interface cannot be used
     */
    public static OpenRouterSimulator start(Behaviour behaviour) {
        return start(0, behaviour);
    }

    /**
     * Starts a simulator on this port.
     *
     * @param port 0 to 65535; 0 for any free port
     * @throws UncheckedIOException if the port is in use or not permitted; the message names it
     */
    public static OpenRouterSimulator start(int port, Behaviour behaviour) {
        return start(port, behaviour, InstantSource.system());
    }

    /**
     * Starts a simulator on this port with another clock.
     *
     * @param port 0 to 65535; 0 for any free port
     * @param clock gives the time of a request to behaviours; delays of a reply are real time
     * @throws UncheckedIOException if the port is in use or not permitted; the message names it
     */
    public static OpenRouterSimulator start(int port, Behaviour behaviour, InstantSource clock) {
        RequestTracker tracker = new RequestTracker();
        EventLoopGroup threads =
                new MultiThreadIoEventLoopGroup(
                        THREADS,
                        new DefaultThreadFactory("openrouter-simulator", true),
                        NioIoHandler.newFactory());
        ChannelFuture bound =
                new ServerBootstrap()
                        .group(threads)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(pipeline(behaviour, RunningTime.from(clock), tracker))
                        .bind(LOOPBACK, port)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop(threads);
            throw new UncheckedIOException(
                    "cannot listen on "
                            + LOOPBACK
                            + ":"
                            + port
                            + ": it is in use or not permitted; choose another port, or 0 for any"
                            + " free one",
                    new IOException(bound.cause()));
        }
        return new OpenRouterSimulator(threads, bound.channel(), tracker.counts());
    }

    private static ChannelInitializer<Channel> pipeline(
            Behaviour behaviour, RunningTime time, RequestTracker tracker) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel connection) {
                connection
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpServerKeepAliveHandler())
                        .addLast(new HttpObjectAggregator(MAX_REQUEST_BYTES))
                        .addLast(new RequestHandler(behaviour, time, tracker));
            }
        };
    }

    /** The base URL for clients: {@code http://127.0.0.1:PORT/api/v1}. */
    public URI baseUri() {
        return URI.create("http://" + LOOPBACK + ":" + port() + "/api/v1");
    }

    /** The port on which the server listens. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** The number of requests for any path. */
    public long requests() {
        return counts.total();
    }

    /** The counts of requests and responses, also after {@link #close}. */
    public RequestCounts counts() {
        return counts;
    }

    /** Stops listening and closes every connection within a second. Idempotent. */
    @Override
    public void close() {
        // The port is freed first: the event loops may end before they have closed the listener.
        listener.close().awaitUninterruptibly(STOP_MILLIS);
        stop(threads);
    }

    private static void stop(EventLoopGroup threads) {
        threads.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(STOP_MILLIS);
    }
}
