package io.genledger.app.web.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Adds the rules to each connection of the server. */
@Singleton
final class ConnectionRules
        implements BeanCreatedEventListener<NettyServerCustomizer.Registry>, NettyServerCustomizer {

    /** Idle ones take about 5 kB of memory and a file descriptor each. */
    private static final int MOST_CONNECTIONS = 16_000;

    /** How long a request may take to arrive unless it arrives at {@link #LEAST_BYTES} in it. */
    private static final Duration PERIOD = Duration.ofSeconds(20);

    /** A client on the slowest of mobile networks sends ten times as much. */
    private static final int LEAST_BYTES = 10_000;

    private final int mostConnections;
    private final Duration period;
    private final AtomicInteger connections = new AtomicInteger();

    ConnectionRules() {
        this(MOST_CONNECTIONS, PERIOD);
    }

    ConnectionRules(int mostConnections, Duration period) {
        this.mostConnections = mostConnections;
        this.period = period;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(
            BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(this);
        return registry;
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        return role == ChannelRole.CONNECTION ? new OfConnection(channel) : this;
    }

    /** Counts a connection, and adds its handlers. */
    private final class OfConnection implements NettyServerCustomizer {

        private final Channel channel;

        OfConnection(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void onStreamPipelineBuilt() {
            boolean isTooMany = connections.incrementAndGet() > mostConnections;
            channel.closeFuture().addListener(closed -> connections.decrementAndGet());
            ChannelPipeline pipeline = channel.pipeline();
            String codec = ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC;
            if (isTooMany) {
                pipeline.addAfter(codec, "genledger-refusal", new Refusal());
                return;
            }
            pipeline.addAfter(codec, "genledger-strict", new StrictRequests());
            pipeline.addAfter(codec, "genledger-pace", new RequestPace(period, LEAST_BYTES));
        }
    }
}
