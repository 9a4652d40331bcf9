package io.genledger.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresServerTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://ana@db.example:5433/ledger, db.example:5433/ledger, ana,",
        "postgres://ana:s3cret@db/ledger, db/ledger, ana, s3cret",
        "jdbc:postgresql://db/ledger?user=ana&password=s%26cret, db/ledger, ana, s&cret",
        "postgresql://db/ledger?USER=ana&PASSWORD=s3cret, db/ledger, ana, s3cret",
        "postgresql://db/ledger?us%65r=ana&pass%77ord=s3cret, db/ledger, ana, s3cret",
        "postgresql://[::1]:5433/ledger, [::1]:5433/ledger, ,",
        "postgresql://a%40na:p%3Aw+d@db/ledger, db/ledger, a@na, p:w+d",
        "POSTGRESQL:///ledger, localhost/ledger, ,",
        "'postgresql://one:1,two:2/ledger', 'one:1,two:2/ledger', ,",
    })
    void readsPlaceAndLogin(String url, String place, String user, String password) {
        PostgresServer server = PostgresServer.of(url);

        assertThat(PostgresServer.isMeantBy(url)).isTrue();
        assertThat(server.place()).isEqualTo(place);
        assertThat(server.user()).isEqualTo(Optional.ofNullable(user));
        assertThat(server.password()).isEqualTo(Optional.ofNullable(password));
        assertThat(server.settings()).isEmpty();
    }

    @Test
    void passesSettingsOnAndShowsNoSecret() {
        PostgresServer server =
                PostgresServer.of(
                        "postgresql://ana:s3cret@db/ledger?sslmode=require&sslpassword=x");

        assertThat(server.settings())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("sslmode", "require", "sslpassword", "x"));
        assertThat(server.address().jdbcUrl()).isEqualTo("jdbc:postgresql://db/ledger");
        assertThat(server).hasToString("postgresql://db/ledger");
    }

    @Test
    void theUrlTakesPrecedence() {
        PostgresServer named = PostgresServer.of("postgresql://ana@db/ledger");

        assertThat(named.orElse(Optional.of("bob"), Optional.of("pw")))
                .extracting(PostgresServer::user, PostgresServer::password)
                .containsExactly(Optional.of("ana"), Optional.of("pw"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://",
                "postgresql:ledger",
                "postgresql://ana:s3cret@db",
                "postgresql://ana:s3cret@db/",
                "postgresql://ana:s3cret%@db/ledger",
                "postgresql://ana:s3cret%zz@db/ledger",
                "postgresql://ana:s3cret/ledger",
                "postgresql://db:s3cret/ledger?user=ana",
                "postgresql://ana:s3cret@db:65536/ledger",
                "postgresql://ana:s3cret@db:0,db:1/ledger",
                "postgresql://ana:x/s3cret@db/ledger",
                "postgresql://ana:x/s3cret@db",
                "postgresql://db/ledger&password=s3cret",
                "postgresql://db/ledger;password=s3cret",
                "postgresql://db&password=s3cret/ledger",
                "postgresql://db/ledger?sslpassword=s3cret%zz",
                "postgresql://db/ledger?sslpassword=s3cret%",
            })
    void refusesMalformedUrlsWithoutShowingThem(String url) {
        assertThat(PostgresServer.isMeantBy(url)).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PostgresServer.of(url))
                .withMessageContaining(PostgresServer.EXPECTED)
                .withMessageNotContainingAny("s3cret", "ana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger.db", "jdbc:sqlite:ledger.db", "mysql://db/ledger", "postgres"})
    void isNotMeantByAnythingElse(String text) {
        assertThat(PostgresServer.isMeantBy(text)).isFalse();
    }
}
