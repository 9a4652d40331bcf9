package io.genledger.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.wire.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** No record on another id, and no id lost, whatever happens to the responses on their way. */
@Timeout(120)
class FaultyCollectionTest {

    private static final int IDS = 4000;

    @Test
    void eachIdGetsItsOwnRecordOrItsOwnNotFound() throws Exception {
        try (FaultyCollection collection = new FaultyCollection(IDS, 12)) {
            collection.run();

            assertThat(collection.wrong()).isEmpty();
            assertThat(collection.recorded()).isEqualTo(IDS * 3 / 4);
            assertThat(collection.notFound()).isEqualTo(IDS / 4);
            assertThat(collection.proxy().counts()).containsOnlyKeys(Fault.values());
        }
    }
}
