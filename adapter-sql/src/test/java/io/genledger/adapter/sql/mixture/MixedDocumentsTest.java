package io.genledger.adapter.sql.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.LedgerServers;
import io.genledger.adapter.sql.mixture.Documented.Document;
import io.genledger.domain.sample.Cases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same generations, documented in any mixture of kinds, orders, files and repetitions, have the
 * same figures. The system properties {@code genledger.mixtures} and {@code genledger.seed} choose
 * other mixtures.
 */
class MixedDocumentsTest {

    private static final int MIXTURES =
            Integer.getInteger("genledger.mixtures", Cases.some(120, 240));
    private static final long SEED = Long.getLong("genledger.seed", 15);

    /** The mixtures of one ledger, each in a period of its own. */
    private static final int OF_A_LEDGER = 500;

    private static final Duration PERIOD = Duration.ofDays(3);
    private static final Instant START = Instant.parse("2022-01-01T20:00:00Z");

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @Test
    void theSameFiguresStandInAFile(@TempDir Path folder) throws IOException {
        feedMixtures(MIXTURES, () -> files.emptyIn(folder));
    }

    @Test
    void theSameFiguresStandOnAServer() throws IOException {
        feedMixtures(Math.max(1, MIXTURES / 4), servers::empty);
    }

    private static void feedMixtures(int count, Supplier<LedgerDatabase> empty) throws IOException {
        for (int first = 0; first < count; first += OF_A_LEDGER) {
            LedgerDatabase expected = empty.get();
            LedgerDatabase mixed = empty.get();
            for (int i = first; i < Math.min(count, first + OF_A_LEDGER); i++) {
                feedMixture(i, START.plus(PERIOD.multipliedBy(i - first)), expected, mixed);
            }
            Figures.verify(expected);
            Figures.verify(mixed);
        }
    }

    private static void feedMixture(
            int number, Instant start, LedgerDatabase expected, LedgerDatabase mixed)
            throws IOException {
        Random random = new Random(SEED * 1_000_003 + number);
        List<Documented> generations =
                Stream.generate(() -> Documented.random(random, Call.random(random, start)))
                        .limit(1 + random.nextInt(5))
                        .toList();
        new Feed(expected).accept(generations.stream().map(Documented::counting).toList(), random);
        List<Document> documents = new ArrayList<>();
        generations.forEach(generation -> documents.addAll(generation.documents(random)));
        Collections.shuffle(documents, random);
        new Feed(mixed).accept(documents, random);

        assertThat(Figures.of(mixed, start, start.plus(PERIOD)))
                .as(() -> "mixture " + number + ": " + documents)
                .isEqualTo(Figures.of(expected, start, start.plus(PERIOD)))
                .filteredOn(line -> line.startsWith("gen-"))
                .hasSameSizeAs(generations);
    }
}
