package io.genledger.adapter.http;

import static io.genledger.adapter.http.wire.Responses.document;
import static io.genledger.adapter.http.wire.Responses.interim;
import static io.genledger.adapter.http.wire.Responses.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.genledger.adapter.http.proxy.ProxySettings;
import io.genledger.adapter.http.wire.ConnectProxy;
import io.genledger.adapter.http.wire.RawServer;
import io.genledger.adapter.http.wire.TestCertificate;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.SourceUnavailableException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A source behind a proxy that opens tunnels to a server with TLS. */
@Timeout(60)
class ProxiedSourceTest {

    private static final String HOST = "openrouter.example";
    private static final String PASSWORD = "pass:w@rd%";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";

    @TempDir private static Path folder;

    private static TestCertificate certificate;

    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void trustTheCertificate() throws Exception {
        certificate = TestCertificate.generate(HOST, folder);
        System.setProperty(TRUST_STORE, certificate.trustStore().toString());
    }

    @AfterAll
    static void trustItNoMore() {
        System.clearProperty(TRUST_STORE);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @Test
    void recordsComeThroughATunnel() throws Exception {
        ConnectProxy proxy = opened(ConnectProxy.to(serverWithTls().port(), ""));
        HttpGenerationSource source = source(proxy.port(), Optional.empty());

        for (int i = 0; i < 20; i++) {
            assertThat(bodyOf(source, "gen-" + i)).isEqualTo(document("gen-" + i));
        }
        assertThat(proxy.requests())
                .hasSizeLessThan(10)
                .containsOnly("CONNECT " + HOST + ":443 HTTP/1.1");
    }

    @Test
    void theProxyIsLoggedInTo() throws Exception {
        ConnectProxy proxy = opened(ConnectProxy.to(serverWithTls().port(), "joe:" + PASSWORD));

        assertThat(bodyOf(source(proxy.port(), joe(PASSWORD)), "gen-1"))
                .isEqualTo(document("gen-1"));
    }

    @Test
    void aRefusedLoginIsNamedWithoutThePassword() throws Exception {
        ConnectProxy proxy = opened(ConnectProxy.to(serverWithTls().port(), "joe:other"));

        assertThat(outageOf(source(proxy.port(), joe(PASSWORD))))
                .hasMessage(
                        "the proxy 127.0.0.1:%d did not connect to openrouter.example:443: status:"
                                + " 407 Proxy Authentication Required; the proxy's address may"
                                + " contain USER:PASSWORD@ before the host",
                        proxy.port());
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "502 Bad Gateway", "503 Service Unavailable"})
    void aRefusedTunnelIsNamed(String status) {
        ConnectProxy proxy = opened(ConnectProxy.refusing(status));

        assertThat(outageOf(source(proxy.port(), Optional.empty())))
                .hasMessage(
                        "the proxy 127.0.0.1:%d did not connect to openrouter.example:443: status:"
                                + " %s",
                        proxy.port(), status);
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(outageOf(source(port, Optional.empty())))
                .hasMessage("cannot connect to the proxy 127.0.0.1:%d: Connection refused", port);
    }

    @Test
    void aProxyWithoutAnAddressIsNamed() {
        HttpSourceSettings settings =
                settings(
                        new ProxySettings(
                                Proxy.Type.HTTP, "no-such-host.invalid", 3128, Optional.empty()));

        assertThat(outageOf(source(settings)))
                .hasMessage(
                        "the host name of the proxy no-such-host.invalid:3128 has no address (DNS):"
                                + " check the proxy setting");
    }

    private RawServer serverWithTls() throws Exception {
        return opened(
                RawServer.start(
                        certificate.serverSockets(),
                        (connection, number) -> {
                            while (true) {
                                connection.send(interim(103, "") + record(connection.request()));
                            }
                        }));
    }

    private static Optional<ProxySettings.Login> joe(String password) {
        return Optional.of(new ProxySettings.Login("joe", password));
    }

    private static String bodyOf(HttpGenerationSource source, String id) {
        return source.fetch(new GenerationId(id))
                .fold(
                        found -> new String(found.document().bytes(), UTF_8),
                        Object::toString,
                        Object::toString);
    }

    private static SourceUnavailableException outageOf(HttpGenerationSource source) {
        return catchThrowableOfType(
                SourceUnavailableException.class, () -> source.fetch(new GenerationId("gen-1")));
    }

    private HttpGenerationSource source(int proxyPort, Optional<ProxySettings.Login> login) {
        return source(settings(new ProxySettings(Proxy.Type.HTTP, "127.0.0.1", proxyPort, login)));
    }

    private static HttpSourceSettings settings(ProxySettings proxy) {
        return HttpSourceSettings.DEFAULT
                .withBase(URI.create("https://" + HOST + "/api/v1"))
                .withProxy(proxy);
    }

    private HttpGenerationSource source(HttpSourceSettings settings) {
        return opened(
                new HttpGenerationSource(
                        new ApiKey("sk-or-v1-0123456789abcdef"), settings, InstantSource.system()));
    }

    private <T extends AutoCloseable> T opened(T resource) {
        opened.add(resource);
        return resource;
    }
}
