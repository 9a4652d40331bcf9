package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.ofKind;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.ArchivedRecord;
import io.genledger.ports.ledger.DocumentLookup;
import io.genledger.ports.ledger.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of {@link DocumentLookup}. */
public abstract class DocumentLookupContract {

    private static final int THREADS = 64;

    /** A look-up and the ledger it reads. */
    public record Fixture(DocumentLookup lookup, Ledger ledger) {}

    /** An empty ledger and its look-up. */
    protected abstract Fixture emptyFixture();

    static void record(Ledger ledger, Generation generation) {
        ledger.record(List.of(recording(generation)));
    }

    @Test
    void anUnknownIdIsNotFound() {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), complete(id(1)));

        assertThat(fixture.lookup().find(id(2))).isEmpty();
    }

    @Test
    void findsARecordByteForByte() {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), complete(id(1)));
        record(fixture.ledger(), complete(id(2)));

        ArchivedRecord found = find(fixture, id(2));
        assertThat(found.bytes()).isEqualTo(document(id(2)).bytes());
        assertThat(found.removal()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = DocumentKind.class, mode = EnumSource.Mode.EXCLUDE, names = "METADATA")
    void aProvisionalDocumentIsNotFoundUntilTheRecordReplacesIt(DocumentKind kind) {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), ofKind(complete(id(1)), kind));
        assertThat(fixture.lookup().find(id(1))).isEmpty();

        record(fixture.ledger(), costing(id(1), credits("0.01")));
        assertThat(fixture.lookup().find(id(1))).isPresent();
    }

    @Test
    void aRecordIsStillFoundAfterAProvisionalDocument() {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), complete(id(1)));
        ArchivedRecord before = find(fixture, id(1));
        record(fixture.ledger(), ofKind(costing(id(1), credits("0.03")), DocumentKind.COMPLETION));

        assertThat(find(fixture, id(1)).entry()).isEqualTo(before.entry());
    }

    @Test
    void eachRevisionIsALaterEntry() {
        Fixture fixture = emptyFixture();
        record(fixture.ledger(), costing(id(1), credits("0.01")));
        long first = find(fixture, id(1)).entry();
        record(fixture.ledger(), costing(id(1), credits("0.01")));
        assertThat(find(fixture, id(1)).entry()).isEqualTo(first).isPositive();

        record(fixture.ledger(), costing(id(1), credits("0.03")));
        assertThat(find(fixture, id(1)).entry()).isGreaterThan(first);
    }

    @Test
    void manyThreadsFindEachRecordBesideAWriter() throws Exception {
        Fixture fixture = emptyFixture();
        IntStream.range(0, THREADS).forEach(i -> record(fixture.ledger(), complete(id(i))));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        try {
            Future<?> writer =
                    threads.submit(() ->
                            IntStream.range(THREADS, 2 * THREADS)
                                    .forEach(i -> record(fixture.ledger(), complete(id(i)))));
            List<Future<Boolean>> found =
                    IntStream.range(0, THREADS)
                            .mapToObj(i -> threads.submit(() -> findsEach(fixture, i)))
                            .toList();
            for (Future<Boolean> each : found) {
                assertThat(each.get()).isTrue();
            }
            writer.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean findsEach(Fixture fixture, int first) {
        return IntStream.range(0, THREADS)
                .mapToObj(i -> id((first + i) % THREADS))
                .allMatch(id ->
                        fixture.lookup()
                                .find(id)
                                .map(ArchivedRecord::bytes)
                                .map(bytes -> new String(bytes, UTF_8))
                                .equals(Optional.of(new String(document(id).bytes(), UTF_8))));
    }

    private static ArchivedRecord find(Fixture fixture, GenerationId id) {
        return fixture.lookup().find(id).orElseThrow();
    }
}
