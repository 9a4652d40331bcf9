package io.genledger.adapter.http.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.adapter.http.HttpSourceSettings;
import io.genledger.adapter.http.proxy.ProxySettings.Login;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyChoiceTest {

    private static final URI OPENROUTER = URI.create("https://openrouter.ai/api/v1");

    @Test
    void withoutASettingThereIsNone() {
        assertThat(choice(Map.of(), Map.of()).of(OPENROUTER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY=http://p:1,                                   p:1",
        "https_proxy=http://p:1,                                   p:1",
        "HTTPS_PROXY=http://upper:1 https_proxy=http://lower:1,    lower:1",
        "ALL_PROXY=http://all:1,                                   all:1",
        "all_proxy=http://all:1 HTTPS_PROXY=http://p:1,            p:1",
        "HTTPS_PROXY=p:1,                                          p:1",
        "HTTPS_PROXY=HTTP://p:1/,                                  p:1",
        "HTTPS_PROXY=http://p,                                     p:80",
        "HTTPS_PROXY=socks5://p,                                   p:1080",
        "HTTPS_PROXY=socks5h://[::1]:9,                            [::1]:9",
        "HTTP_PROXY=http://p:1,                                    direct"
    })
    void readsTheVariables(String variables, String proxy) {
        assertThat(chosen(variables)).isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "joe:secret@p:1       | joe | secret",
                "joe:a%40b%3Ac%25@p:1 | joe | a@b:c%",
                "joe:p@ss:word@p:1    | joe | p@ss:word",
                "joe:a+b%2B@p:1       | joe | a+b+",
                "j%C3%B6:pw@p:1       | jö  | pw"
            })
    void theLoginIsPercentDecoded(String value, String user, String password) {
        assertThat(choice(Map.of("HTTPS_PROXY", "http://" + value), Map.of()).of(OPENROUTER))
                .flatMap(ProxySettings::login)
                .contains(new Login(user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://joe:secret@p:1",
                "ftp://joe:secret@p:1",
                "http://joe:secret@",
                "http://joe:secret@p:0",
                "http://joe:secret@p:65536",
                "http://joe:secret@p:x",
                "http://joe:secret@p:1/path",
                "http://joe:secret@p:1?q",
                "http://joe:secret@under_score:1",
                "http://secret@p:1",
                "http://secret:@p:1",
                "http://:secret@p:1",
                "http://joe:secret%zz@p:1",
                "http://joe:secret@p q"
            })
    void aMalformedVariableIsNamedWithoutItsValue(String value) {
        ProxyChoice choice = choice(Map.of("HTTPS_PROXY", value), Map.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice.of(OPENROUTER))
                .withMessage(
                        "HTTPS_PROXY: expected http://[USER:PASSWORD@]HOST[:PORT] or"
                                + " socks5://[USER:PASSWORD@]HOST[:PORT]")
                .withNoCause();
    }

    @Test
    void aLoginDoesNotPrintItself() {
        assertThat(
                        new ProxySettings(
                                Proxy.Type.HTTP, "p", 1, Optional.of(new Login("joe", "secret"))))
                .asString()
                .doesNotContain("secret", "joe");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*                        | https://openrouter.ai      | direct",
                "openrouter.ai            | https://openrouter.ai      | direct",
                "OpenRouter.AI            | https://OPENROUTER.ai      | direct",
                ".openrouter.ai           | https://openrouter.ai      | direct",
                "*.openrouter.ai          | https://api.openrouter.ai  | direct",
                "openrouter.ai            | https://api.openrouter.ai  | direct",
                "router.ai                | https://openrouter.ai      | p:1",
                "api.openrouter.ai        | https://openrouter.ai      | p:1",
                "a.example , openrouter.ai| https://openrouter.ai      | direct",
                "a.example openrouter.ai  | https://openrouter.ai      | direct",
                "openrouter.ai:443        | https://openrouter.ai      | direct",
                "openrouter.ai:8443       | https://openrouter.ai      | p:1",
                "openrouter.ai:8443       | https://openrouter.ai:8443 | direct",
                "10.1.2.3                 | https://10.1.2.3           | direct",
                "10.0.0.0/8               | https://10.1.2.3           | direct",
                "10.0.0.0/8               | https://11.1.2.3           | p:1",
                "fd00::/8                 | https://[fd00::1]          | direct",
                "fd00::1                  | https://[fd00::1]          | direct",
                "[fd00::1]                | https://[fd00::1]          | direct",
                "10.0.0.0/99,x/8,/,.,10.1/8 | https://10.1.2.3         | p:1"
            })
    void hostsInNoProxyAreReachedDirectly(String list, URI server, String proxy) {
        for (String name : List.of("NO_PROXY", "no_proxy")) {
            ProxyChoice choice = choice(Map.of("HTTPS_PROXY", "http://p:1", name, list), Map.of());
            assertThat(text(choice.of(server))).as(name).isEqualTo(proxy);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https.proxyHost=java,              java:1",
        "socksProxyHost=java,               java:1",
        "java.net.useSystemProxies=true,    java:1",
        "java.net.useSystemProxies=TRUE,    java:1",
        "java.net.useSystemProxies=false,   variable:2",
        "java.net.useSystemProxies=,        variable:2",
        "https.proxyHost=,                  variable:2",
        "'socksProxyHost= ',                variable:2",
        "http.proxyHost=java,               variable:2"
    })
    void javasPropertiesComeFirst(String property, String proxy) {
        String[] parts = property.split("=", 2);
        ProxyChoice choice =
                choice(
                        Map.of("HTTPS_PROXY", "http://variable:2"),
                        Map.of(parts[0], parts[1]),
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("java", 1)));

        assertThat(text(choice.of(OPENROUTER))).isEqualTo(proxy);
    }

    @Test
    void javasPropertiesMayNameTheLogin() {
        ProxyChoice choice =
                choice(
                        Map.of(),
                        Map.of(
                                "https.proxyHost", "java",
                                "https.proxyUser", "joe",
                                "https.proxyPassword", "secret"),
                        new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("java", 1)));

        assertThat(choice.of(OPENROUTER).flatMap(ProxySettings::login))
                .contains(new Login("joe", "secret"));
    }

    @Test
    void javaMayExcludeTheHost() {
        ProxyChoice choice =
                choice(
                        Map.of("HTTPS_PROXY", "http://variable:2"),
                        Map.of("https.proxyHost", "java"),
                        Proxy.NO_PROXY);

        assertThat(choice.of(OPENROUTER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://localhost:8443, direct",
        "http://127.0.0.1:8080,  direct",
        "https://[::1],          direct",
        "https://gateway.example, p:1"
    })
    void thisMachineIsReachedDirectly(URI base, String proxy) {
        HttpSourceSettings settings =
                HttpSourceSettings.DEFAULT
                        .withBase(base)
                        .withProxyOf(choice(Map.of("HTTPS_PROXY", "http://p:1"), Map.of()));

        assertThat(text(settings.proxy())).isEqualTo(proxy);
    }

    private static String chosen(String variables) {
        Map<String, String> map =
                Arrays.stream(variables.split(" "))
                        .map(variable -> variable.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return text(choice(map, Map.of()).of(OPENROUTER));
    }

    private static String text(Optional<ProxySettings> proxy) {
        return proxy.map(ProxySettings::hostAndPort).orElse("direct");
    }

    private static ProxyChoice choice(
            Map<String, String> variables, Map<String, String> properties) {
        return choice(variables, properties, Proxy.NO_PROXY);
    }

    private static ProxyChoice choice(
            Map<String, String> variables, Map<String, String> properties, Proxy selected) {
        return new ProxyChoice(
                name -> Optional.ofNullable(variables.get(name)),
                name -> Optional.ofNullable(properties.get(name)),
                new ProxySelector() {
                    @Override
                    public List<Proxy> select(URI server) {
                        return List.of(selected);
                    }

                    @Override
                    public void connectFailed(
                            URI server, SocketAddress address, IOException failure) {
                        throw new AssertionError(failure);
                    }
                });
    }
}
