package io.genledger.adapter.http;

import io.genledger.adapter.http.connection.ConnectionCustomizer;
import io.genledger.adapter.http.proxy.ProxySettings;
import io.micronaut.core.annotation.AnnotationMetadataResolver;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.bind.DefaultRequestBinderRegistry;
import io.micronaut.http.body.MessageBodyHandlerRegistry;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClientConfiguration;
import io.micronaut.http.client.filter.DefaultHttpClientFilterResolver;
import io.micronaut.http.client.netty.DefaultHttpClient;
import io.micronaut.http.client.netty.NettyClientCustomizer;
import io.micronaut.http.client.netty.ssl.NettyClientSslBuilder;
import io.micronaut.http.codec.MediaTypeCodecRegistry;
import io.micronaut.websocket.context.WebSocketBeanRegistry;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.List;

/** Creates Micronaut's HTTP client for the settings of a source. */
final class ClientFactory {

    private ClientFactory() {}

    /**
     * @param reuse whether connections are kept for later requests
     */
    static BlockingHttpClient create(HttpSourceSettings settings, boolean reuse) {
        return client(
                        configuration(settings, reuse),
                        new ConnectionCustomizer(settings.maxBodyBytes()))
                .toBlocking();
    }

    /**
     * The constructor is deprecated in favour of a builder, but that one accepts no customizer.
     * Bodies are exchanged as bytes, so nothing encodes or decodes them.
     */
    @SuppressWarnings("deprecation")
    private static DefaultHttpClient client(
            HttpClientConfiguration configuration, NettyClientCustomizer customizer) {
        return new DefaultHttpClient(
                null,
                null,
                configuration,
                null,
                new DefaultHttpClientFilterResolver(
                        null, AnnotationMetadataResolver.DEFAULT, List.of()),
                List.of(),
                null,
                new NettyClientSslBuilder(new ResourceResolver()),
                MediaTypeCodecRegistry.of(),
                MessageBodyHandlerRegistry.EMPTY,
                WebSocketBeanRegistry.EMPTY,
                new DefaultRequestBinderRegistry(ConversionService.SHARED),
                null,
                NioSocketChannel::new,
                NioDatagramChannel::new,
                customizer,
                null,
                ConversionService.SHARED,
                null);
    }

    private static HttpClientConfiguration configuration(
            HttpSourceSettings settings, boolean reuse) {
        HttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
        configuration.setConnectTimeout(settings.connectTimeout());
        configuration.setReadTimeout(settings.readTimeout());
        configuration.setRequestTimeout(settings.requestTimeout());
        configuration.setMaxContentLength(settings.maxBodyBytes());
        configuration.setFollowRedirects(false);
        configuration.setExceptionOnErrorStatus(false);
        // HTTP/1.1 only, so that tests against the simulator use the same protocol as OpenRouter.
        configuration.setAlpnModes(List.of("http/1.1"));
        configuration.setConnectionPoolIdleTimeout(settings.idleTimeout());
        configuration.setConnectTtl(settings.connectionAge());
        configuration.getConnectionPoolConfiguration().setEnabled(reuse);
        settings.proxy().ifPresent(proxy -> setProxy(configuration, proxy));
        return configuration;
    }

    private static void setProxy(HttpClientConfiguration configuration, ProxySettings proxy) {
        configuration.setProxyType(proxy.type());
        configuration.setProxyAddress(
                InetSocketAddress.createUnresolved(proxy.host(), proxy.port()));
        proxy.login()
                .ifPresent(login -> {
                    configuration.setProxyUsername(login.user());
                    configuration.setProxyPassword(login.password());
                });
    }
}
