package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.period.TimeRange;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract of {@link LedgerArchive}. */
public abstract class LedgerArchiveContract {

    /** An archive and the ledger it reads. */
    public record Fixture(LedgerArchive archive, Ledger ledger) {}

    /** An empty ledger and its archive. */
    protected abstract Fixture emptyFixture();

    @Test
    void anEmptyLedgerPassesNothing() {
        assertThat(read(emptyFixture().archive(), TimeRange.ALWAYS)).isEmpty();
    }

    @Test
    void passesEachDocumentByteForByte() {
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(recording(complete(id(1)))));

        assertThat(read(fixture.archive(), TimeRange.ALWAYS))
                .containsExactly(new Revision(id(1), 1, document(id(1))));
    }

    @Test
    void passesTheNewestRevisionOnly() {
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(recording(costing(id(1), credits("0.01")))));
        fixture.ledger().record(List.of(recording(costing(id(1), credits("0.03")))));

        assertThat(read(fixture.archive(), TimeRange.ALWAYS))
                .extracting(Revision::number)
                .containsExactly(2);
    }

    @Test
    void passesEachOfManyOnce() {
        int many = 2_345;
        Fixture fixture = emptyFixture();
        List<Recording> recordings =
                IntStream.range(0, many)
                        .mapToObj(i -> recording(costing(id(i), credits("0.01"))))
                        .toList();
        fixture.ledger().record(recordings);

        List<Revision> read = read(fixture.archive(), TimeRange.ALWAYS);
        Set<Object> ids = new HashSet<>(read.stream().map(Revision::id).toList());

        assertThat(read).hasSize(many);
        assertThat(ids).hasSize(many);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01T00:00:00Z, 2025-04-01T00:00:00Z, true",
        "2025-03-09T08:00:00.5Z, , true",
        "2025-03-09T08:00:00.500000001Z, , false",
        ", 2025-03-09T08:00:00.5Z, false",
        ", 2025-03-09T08:00:00.500000001Z, true"
    })
    void readsOnlyWhatWasCreatedInTheRange(Instant since, Instant until, boolean belongs) {
        Fixture fixture = emptyFixture();
        Instant created = Instant.parse("2025-03-09T08:00:00.5Z");
        fixture.ledger().record(List.of(recording(createdAt(complete(id(1)), created))));
        TimeRange range = new TimeRange(Optional.ofNullable(since), Optional.ofNullable(until));

        assertThat(read(fixture.archive(), range)).hasSize(belongs ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-09T08:00:00.5Z, , true",
        "2025-03-09T08:00:00.500000001Z, , false",
        "2025-03-09T08:00:00.500001Z, , false",
        ", 2025-03-09T08:00:00.5Z, false",
        ", 2025-03-09T08:00:00.500000001Z, true",
        ", 2025-03-09T08:00:00.500001Z, true"
    })
    void aTimeOfCreationIsCutToMicroseconds(Instant since, Instant until, boolean belongs) {
        Fixture fixture = emptyFixture();
        Instant created = Instant.parse("2025-03-09T08:00:00.500000999Z");
        fixture.ledger().record(List.of(recording(createdAt(complete(id(1)), created))));
        TimeRange range = new TimeRange(Optional.ofNullable(since), Optional.ofNullable(until));

        assertThat(read(fixture.archive(), range)).hasSize(belongs ? 1 : 0);
    }

    @Test
    void aReaderMayUseTheLedgerMeanwhile() {
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(recording(complete(id(1))), recording(complete(id(2)))));
        List<Boolean> found = new ArrayList<>();

        fixture.archive()
                .read(
                        TimeRange.ALWAYS,
                        kept -> found.add(fixture.ledger().find(kept.id()).isPresent()));

        assertThat(found).containsExactly(true, true);
    }

    @Test
    void anExceptionOfTheReaderIsThrown() {
        Fixture fixture = emptyFixture();
        fixture.ledger().record(List.of(recording(complete(id(1)))));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        fixture.archive()
                                .read(
                                        TimeRange.ALWAYS,
                                        kept -> {
                                            throw new IllegalStateException("enough");
                                        }))
                .withMessage("enough");
        assertThat(read(fixture.archive(), TimeRange.ALWAYS)).hasSize(1);
    }

    private static List<Revision> read(LedgerArchive archive, TimeRange range) {
        List<Revision> read = new ArrayList<>();
        archive.read(range, read::add);
        return read;
    }
}
