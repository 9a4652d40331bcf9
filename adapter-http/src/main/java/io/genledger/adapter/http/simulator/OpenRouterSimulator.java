package io.genledger.adapter.http.simulator;

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
 * OpenRouter's generation endpoint, played on the loopback interface over documents that nobody
 * looks into. It wants a bearer token, knows {@code GET /api/v1/generation?id=…} (and {@code
 * /generation}), and does with each request what its {@link Behaviour} says. Its threads do not
 * keep the program alive.
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
     * Starts on any free port.
     *
     * @throws UncheckedIOException if the loopback interface cannot be used
     */
    public static OpenRouterSimulator start(Behaviour behaviour) {
        return start(0, behaviour);
    }

    /**
     * Starts on one port.
     *
     * @param port 0 to 65535; 0 stands for any free one
     * @throws UncheckedIOException if the port is taken or not permitted; its message says which
     */
    public static OpenRouterSimulator start(int port, Behaviour behaviour) {
        return start(port, behaviour, InstantSource.system());
    }

    /**
     * Starts on one port with a time of its own.
     *
     * @param port 0 to 65535; 0 stands for any free one
     * @param clock what behaviours go by; pauses within an answer take real time
     * @throws UncheckedIOException if the port is taken or not permitted; its message says which
     */
    public static OpenRouterSimulator start(int port, Behaviour behaviour, InstantSource clock) {
        RequestCounts counts = new RequestCounts();
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
                        .childHandler(pipeline(behaviour, RunningTime.from(clock), counts))
                        .bind(LOOPBACK, port)
                        .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stop(threads);
            throw new UncheckedIOException(
                    "cannot listen on " + LOOPBACK + ":" + port + "; choose another port, or 0",
                    new IOException(bound.cause()));
        }
        return new OpenRouterSimulator(threads, bound.channel(), counts);
    }

    private static ChannelInitializer<Channel> pipeline(
            Behaviour behaviour, RunningTime time, RequestCounts counts) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel connection) {
                connection
                        .pipeline()
                        .addLast(new HttpServerCodec())
                        .addLast(new HttpServerKeepAliveHandler())
                        .addLast(new HttpObjectAggregator(MAX_REQUEST_BYTES))
                        .addLast(new RequestHandler(behaviour, time, counts));
            }
        };
    }

    /** Where it listens, as OpenRouter's base URL: {@code http://127.0.0.1:PORT/api/v1}. */
    public URI baseUri() {
        return URI.create("http://" + LOOPBACK + ":" + port() + "/api/v1");
    }

    /** The port it listens on. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** How many requests have asked for this id, whatever they were answered. */
    public int requestsFor(String id) {
        return counts.of(id);
    }

    /** How many requests have come, for whatever path. */
    public long requests() {
        return counts.total();
    }

    /** All that was counted, also after the end. */
    public RequestCounts counts() {
        return counts;
    }

    /** Stops listening and drops every connection, within a second. Closing twice is harmless. */
    @Override
    public void close() {
        // First, and waited for: the threads may end before they have let go of the port.
        listener.close().awaitUninterruptibly(STOP_MILLIS);
        stop(threads);
    }

    private static void stop(EventLoopGroup threads) {
        threads.shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(STOP_MILLIS);
    }
}
