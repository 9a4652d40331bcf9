package io.genledger.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrinoServerTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:trino://localhost:8080/lake/genledger, localhost:8080, lake, genledger",
        "trino://trino.example/Lake/costs, trino.example, lake, costs",
        "jdbc:trino://[::1]:8443/lake/costs, [::1]:8443, lake, costs"
    })
    void readsHostCatalogAndSchema(String url, String host, String catalog, String schema) {
        TrinoServer server = TrinoServer.of(url);

        assertThat(server)
                .isEqualTo(
                        new TrinoServer(
                                host,
                                catalog,
                                schema,
                                Map.of(),
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void passesParametersOnAndShowsNoSecret() {
        TrinoServer server =
                TrinoServer.of(
                        "jdbc:trino://host:8443/lake/costs?SSL=true&user=ana&password=s%26cret&SSLTrustStorePassword=x");

        assertThat(server.settings())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("SSL", "true", "SSLTrustStorePassword", "x"));
        assertThat(server.user()).contains("ana");
        assertThat(server.password()).contains("s&cret");
        assertThat(server).hasToString("trino://host:8443/lake/costs");
        assertThat(server.orElse(Optional.of("bob"), Optional.of("other"))).isEqualTo(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:trino://host",
                "jdbc:trino://host/lake",
                "jdbc:trino://host/lake/costs/more",
                "jdbc:trino://ana:s3cret@host/lake/costs",
                "jdbc:trino://host/lake/co'sts",
                "jdbc:trino://host/lake/costs?password=%zz",
                "jdbc:postgresql://host/lake"
            })
    void refusesOtherFormsWithoutRepeatingThem(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrinoServer.of(url))
                .withMessageStartingWith("expected " + TrinoServer.EXPECTED)
                .withMessageNotContainingAny("s3cret", "zz");
    }
}
