package io.genledger.app.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.render.line.CollectText;
import io.genledger.app.view.intake.CollectView.End.Code;
import io.genledger.app.view.queue.StatusView;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1     | 1 is claimed by another run; if that was killed, the id becomes due when"
                        + " its lease",
                "1200  | 1,200 are claimed by other runs; if those were killed, the ids become due"
                        + " when",
            })
    void claimedIdsAreCountedInTheRightNumber(long claimed, String sentence) {
        StatusView remaining = new StatusView(0, 0, claimed, Optional.empty());

        assertThat(CollectText.remaining(remaining, Code.COMPLETED, Instant.EPOCH))
                .singleElement()
                .asString()
                .startsWith(sentence)
                .endsWith(", see pending --state claimed");
    }
}
