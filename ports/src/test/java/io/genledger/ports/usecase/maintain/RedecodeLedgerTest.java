package io.genledger.ports.usecase.maintain;

import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.admin.ArchivedEntry;
import io.genledger.ports.ledger.admin.EntryRenewals;
import io.genledger.ports.testkit.InMemoryArchivedEntries;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedecodeLedgerTest {

    private static final AccountName ACCOUNT = new AccountName("work");

    private final InMemoryArchivedEntries entries = new InMemoryArchivedEntries();
    private final Renewals renewals = new Renewals();
    private StopSignal stop = new StopSignal();
    private final List<String> undecodable = new ArrayList<>();

    /** Revises the entries at even places. */
    private static final class Renewals implements EntryRenewals {

        private final Map<String, Long> positions = new HashMap<>();
        private final List<Redecoded> renewed = new ArrayList<>();
        private Runnable recorded = () -> {};

        @Override
        public long position(String decoder) {
            return positions.getOrDefault(decoder, 0L);
        }

        @Override
        public List<Outcome> renew(List<Redecoded> batch, String decoder, long place) {
            positions.put(decoder, place);
            renewed.addAll(batch);
            recorded.run();
            return batch.stream()
                    .map(one -> one.place() % 2 == 0 ? Outcome.REVISED : Outcome.UNCHANGED)
                    .toList();
        }

        @Override
        public void finish() {
            positions.clear();
        }
    }

    private void add(GenerationId id, boolean current, Optional<MetadataDocument> document) {
        entries.add(
                new ArchivedEntry(entries.last() + 1, id, 1, current, ACCOUNT, 2, "", document));
    }

    private void addGood(int count) {
        for (int i = 0; i < count; i++) {
            GenerationId id = id(Math.toIntExact(entries.last() + 1));
            add(id, true, Optional.of(document(id)));
        }
    }

    private final List<String> progress = new ArrayList<>();

    private RedecodeSummary redecode(String decoder, boolean stopsAfterTheFirstBatch) {
        RedecodeListener listener =
                new RedecodeListener() {
                    @Override
                    public void undecodable(GenerationId id, int revision, String reason) {
                        undecodable.add(id + " " + revision + " " + reason);
                    }

                    @Override
                    public void renewed(RedecodeSummary soFar, long done, long all) {
                        progress.add(done + " of " + all);
                        if (stopsAfterTheFirstBatch) {
                            stop.request();
                        }
                    }
                };
        return new RedecodeLedger(entries, renewals, new SampleDecoder(), decoder)
                .redecode(listener, stop);
    }

    @Test
    void renewsEachCurrentEntryWithItsAccountAndDocument() {
        addGood(2);
        add(id(9), false, Optional.of(document(id(9))));

        assertThat(redecode("1", false)).isEqualTo(new RedecodeSummary(2, 1, 0, true));
        assertThat(renewals.renewed)
                .extracting(EntryRenewals.Redecoded::place)
                .containsExactly(1L, 2L);
        assertThat(renewals.renewed.get(0).recording().account()).isEqualTo(ACCOUNT);
        assertThat(renewals.renewed.get(0).recording().document()).isEqualTo(document(id(1)));
    }

    @Test
    void namesWhatCannotBeDecoded() {
        add(id(1), true, Optional.empty());
        MetadataDocument unreadable =
                new MetadataDocument(
                        Optional.empty(),
                        "x".getBytes(StandardCharsets.UTF_8),
                        SampleGenerations.RECEIVED);
        add(id(2), true, Optional.of(unreadable));
        add(id(3), true, Optional.of(document(id(8))));
        addGood(1);

        assertThat(redecode("1", false)).isEqualTo(new RedecodeSummary(4, 1, 3, true));
        assertThat(undecodable)
                .containsExactly(
                        id(1) + " 1 the archived bytes are damaged",
                        id(2) + " 1 not a sample document",
                        id(3) + " 1 it is now read as the record of " + id(8));
    }

    @Test
    void whatItRecordsItselfIsNotReadAgain() {
        addGood(1);
        renewals.recorded = () -> addGood(1);

        assertThat(redecode("1", false).read()).isEqualTo(1);
    }

    @Test
    void anInterruptedRunGoesOnWhereItStopped() {
        addGood(2_500);

        assertThat(redecode("1", true)).isEqualTo(new RedecodeSummary(1_000, 500, 0, false));
        stop = new StopSignal();
        RedecodeSummary rest = redecode("1", false);

        assertThat(rest).isEqualTo(new RedecodeSummary(1_500, 750, 0, true));
        assertThat(progress).containsExactly("1000 of 2500", "2000 of 2500", "2500 of 2500");
        assertThat(redecode("1", false).read()).isEqualTo(2_500);
    }

    @Test
    void anotherDecoderBeginsAnew() {
        addGood(1_500);
        redecode("1", true);
        stop = new StopSignal();

        assertThat(redecode("2", false).read()).isEqualTo(1_500);
    }
}
