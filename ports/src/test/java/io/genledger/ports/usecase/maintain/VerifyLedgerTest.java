package io.genledger.ports.usecase.maintain;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.ledger.ContentDigest;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.Removal;
import io.genledger.ports.ledger.admin.ArchivedEntry;
import io.genledger.ports.ledger.admin.LedgerFault;
import io.genledger.ports.ledger.admin.Verification;
import io.genledger.ports.ledger.admin.VerificationListener;
import io.genledger.ports.testkit.InMemoryArchivedEntries;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyLedgerTest {

    private static final LedgerFault SUM = new LedgerFault("rollup_day", "x", "spend", "1", "2");

    private final InMemoryArchivedEntries entries = new InMemoryArchivedEntries();
    private Verification sums = new Verification(7, 8, 9, 0, 0, List.of());

    private Verification verify(int named) {
        VerifyLedger ledger =
                new VerifyLedger((most, listener) -> sums, entries, new SampleDecoder());
        return ledger.verifyWithDocuments(named, VerificationListener.NONE);
    }

    private void add(ContentDigest digest, Optional<MetadataDocument> document) {
        int place = Math.toIntExact(entries.last() + 1);
        entries.add(
                new ArchivedEntry(
                        place,
                        id(place),
                        1,
                        true,
                        AccountName.DEFAULT,
                        digest.version(),
                        start(digest),
                        document));
    }

    private static String start(ContentDigest digest) {
        return digest.hex().substring(0, 32);
    }

    private void addGood() {
        int place = Math.toIntExact(entries.last() + 1);
        add(ContentDigest.of(complete(id(place))), Optional.of(document(id(place))));
    }

    @Test
    void addsTheDocumentsToTheSums() {
        for (int i = 0; i < 600; i++) {
            addGood();
        }

        assertThat(verify(5)).isEqualTo(new Verification(7, 8, 9, 600, 0, List.of()));
    }

    @Test
    void removedDocumentsAreNotCounted() {
        addGood();
        add(
                ContentDigest.of(complete(id(2))),
                Optional.of(
                        MetadataDocument.removed(
                                Optional.empty(), SampleGenerations.RECEIVED, Removal.ERASED)));

        assertThat(verify(5)).isEqualTo(new Verification(7, 8, 9, 1, 0, List.of()));
    }

    @Test
    void aDigestIsComparedByItsOwnVersion() {
        add(ContentDigest.of(complete(id(1)), 1), Optional.of(document(id(1))));

        assertThat(verify(5).faults()).isZero();
    }

    @Test
    void namesDamagedUndecodableAndForeignDocuments() {
        addGood();
        add(ContentDigest.of(complete(id(2))), Optional.empty());
        MetadataDocument unreadable =
                new MetadataDocument(
                        Optional.empty(),
                        "x".getBytes(StandardCharsets.UTF_8),
                        SampleGenerations.RECEIVED);
        add(ContentDigest.of(complete(id(3))), Optional.of(unreadable));
        ContentDigest other = ContentDigest.of(silent(id(4)));
        add(other, Optional.of(document(id(4))));

        Verification verification = verify(5);

        assertThat(verification.faults()).isEqualTo(3);
        assertThat(verification.documents()).isEqualTo(4);
        assertThat(verification.named())
                .containsExactly(
                        new LedgerFault(
                                "document",
                                id(2) + " revision 1",
                                "body",
                                "a whole document",
                                "damaged"),
                        new LedgerFault(
                                "document",
                                id(3) + " revision 1",
                                "body",
                                "a document that can be decoded",
                                "not a sample document"),
                        new LedgerFault(
                                "document",
                                id(4) + " revision 1",
                                "digest",
                                start(other),
                                ContentDigest.of(complete(id(4))).hex()));
    }

    @Test
    void namesAtMostSoManyFaultsInAll() {
        sums = new Verification(1, 1, 1, 0, 4, List.of(SUM));
        add(ContentDigest.of(complete(id(1))), Optional.empty());
        add(ContentDigest.of(complete(id(2))), Optional.empty());

        assertThat(verify(2).named()).hasSize(2).startsWith(SUM);
        assertThat(verify(2).faults()).isEqualTo(6);
        assertThat(verify(1).named()).containsExactly(SUM);
    }
}
