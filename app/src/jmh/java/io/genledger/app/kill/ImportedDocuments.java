package io.genledger.app.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.app.kill.KillBooks.Expected;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * {@code genledger import -}: nothing of a completed import is missing, no document counts twice.
 */
final class ImportedDocuments implements FedKills.Command {

    /** Two batches of a thousand, and a part. */
    private static final int LINES = 2200;

    private final GeneratedGenerations all;
    private final KillBooks books = new KillBooks(this::expected);
    private long given;

    ImportedDocuments(long seed) {
        this.all = GeneratedGenerations.of(seed, GeneratedGenerations.MOST, Instant.now());
    }

    private Expected expected(long number) {
        GeneratedGeneration generation = all.at(number);
        return new Expected(generation.id(), List.of(generation.spend().orElse(BigDecimal.ZERO)));
    }

    @Override
    public String[] arguments() {
        return new String[] {"import", "-"};
    }

    @Override
    public int lines() {
        return LINES;
    }

    @Override
    public String line(long number) {
        return new String(all.at(number).document(), UTF_8);
    }

    @Override
    public void check(LedgerDatabase database, long acknowledged, long nowGiven) {
        books.expect(given, nowGiven);
        given = nowGiven;
        books.check(database);
        if (books.recorded() < acknowledged) {
            throw new IllegalStateException(
                    "%d documents of %d imported ones".formatted(books.recorded(), acknowledged));
        }
    }
}
