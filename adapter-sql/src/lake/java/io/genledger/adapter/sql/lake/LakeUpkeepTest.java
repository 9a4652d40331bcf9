package io.genledger.adapter.sql.lake;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LakeDatabase;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.usecase.lake.ShipEntries;
import io.genledger.ports.usecase.lake.Shipping;
import io.genledger.ports.usecase.lake.VerifyLake;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LakeUpkeepTest {

    private static final LedgerName EU = new LedgerName("eu");

    @RegisterExtension final LakeServers servers = new LakeServers();

    @Test
    void whatWasErasedFromTheLedgerIsErasedFromTheLake() throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        LedgerDatabase ledger = servers.ledger(EU);
        ledger.ledger().record(List.of(recording(complete(id(1))), recording(complete(id(2)))));
        assertThat(ship(ledger, lake)).isInstanceOf(Shipping.Complete.class);
        ExternalUser user = complete(id(1)).attribution().externalUser().orElseThrow();
        assertThat(servers.users()).containsOnly(user.value());
        assertThat(lake.lake().toErase(EU)).isZero();

        assertThat(ledger.erasure().erase(user).generations()).isEqualTo(2);
        assertThat(lake.lake().toErase(EU)).isEqualTo(2);
        assertThat(lake.lake().erase(EU)).isEqualTo(2);

        assertThat(lake.lake().toErase(EU)).isZero();
        assertThat(servers.users()).singleElement().asString().startsWith("erased-");
        assertThat(new VerifyLake(EU, ledger.feed(), lake.lake()).compare().isEqual()).isTrue();
    }

    @Test
    void aLakeOfAnEarlierVersionGetsTheColumnsThatItLacks() throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        servers.changeLake("alter table entry drop column region");

        assertThat(lake.prepare()).containsExactly("added column region");

        LedgerDatabase ledger = servers.ledger(EU);
        ledger.ledger().record(List.of(recording(complete(id(1)))));
        assertThat(ship(ledger, lake)).isInstanceOf(Shipping.Complete.class);
    }

    /** The tests run with the driver that the messages name. */
    @Test
    void theDriverIsTheOneThatUsersAreTold() {
        assertThat(LakeServers.driver().getFileName()).hasToString(LakeDatabase.DRIVER_FILE);
    }

    @Test
    void aMaintainedLakeHasTheSameRowsInFewerFiles() throws SQLException {
        LakeDatabase lake = servers.emptyLake();
        LedgerDatabase ledger = servers.ledger(EU);
        for (int step = 1; step <= 3; step++) {
            ledger.ledger().record(List.of(recording(complete(id(step)))));
            long last = ledger.feed().last(0, Long.MAX_VALUE, 9).orElseThrow();
            var unused = lake.lake().copy(EU, last - 1, last);
        }
        assertThat(servers.files()).isEqualTo(3);

        lake.lake().maintain(Duration.ZERO);

        assertThat(servers.files()).isEqualTo(1);
        assertThat(new VerifyLake(EU, ledger.feed(), lake.lake()).compare().isEqual()).isTrue();
    }

    private static Shipping ship(LedgerDatabase ledger, LakeDatabase lake) {
        return new ShipEntries(EU, ledger.feed(), ledger.committedSequence(), lake.lake())
                .ship(rows -> {});
    }
}
