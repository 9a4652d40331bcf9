package io.genledger.ports.usecase.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.quarantine.QuarantineEditor;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.quarantine.RejectedDocument;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.testkit.InMemoryQuarantine;
import io.genledger.ports.testkit.RejectedDocumentsContract;
import io.genledger.ports.testkit.SampleGenerations;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuarantineRejectsTest extends RejectedDocumentsContract {

    private final InMemoryQuarantine quarantine = new InMemoryQuarantine();
    private final QuarantineRejects rejects = into(quarantine);

    @Override
    protected Fixture emptyFixture() {
        return new Fixture() {
            @Override
            public RejectedDocuments documents() {
                return rejects;
            }

            @Override
            public byte[] keptBytes() {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                quarantine
                        .bodies()
                        .values()
                        .forEach(body -> {
                            all.writeBytes(body);
                            all.write('\n');
                        });
                return all.toByteArray();
            }
        };
    }

    @Test
    void aDocumentOfTheGreatestLengthIsKeptWithoutItsLineEnd() {
        reject(1, "a".repeat(QuarantineRejects.MOST_BYTES) + "\r\n");
        rejects.commit();

        assertThat(quarantine.newest(2))
                .extracting(QuarantinedDocument::bytes)
                .containsExactly(QuarantineRejects.MOST_BYTES);
    }

    @Test
    void keysAreHiddenInTextAndInJson() {
        reject(1, "Authorization: Bearer sk-or-v1-0123456789abcdef\n");
        reject(2, "{\"headers\":{\"Authorization\":\"Bearer sk-or-v1-0123456789abcdef\"}}\n");
        rejects.commit();

        assertThat(quarantine.bodies().values())
                .extracting(body -> new String(body, StandardCharsets.UTF_8))
                .containsExactlyInAnyOrder(
                        "Authorization: Bearer sk-or-[hidden]",
                        "{\"headers\":{\"Authorization\":\"Bearer sk-or-[hidden]\"}}");
    }

    @Test
    void aLongerDocumentIsLeftOut() {
        reject(1, "a".repeat(QuarantineRejects.MOST_BYTES + 1));
        reject(2, "short");
        rejects.commit();

        assertThat(rejects.kept()).isEqualTo(new RejectsKept(1, 1, List.of(place(1))));
        assertThat(quarantine.total().documents()).isEqualTo(1);
    }

    /** A gigabyte in pieces of 64 KiB, of which no more than one document's worth is held. */
    @Test
    void aDocumentOfAnyLengthPassesThroughLittleMemory() {
        byte[] piece = new byte[64 << 10];
        rejects.begin(place(1));
        for (int i = 0; i < 16 << 10; i++) {
            rejects.append(piece);
        }
        rejects.commit();

        assertThat(rejects.kept()).isEqualTo(new RejectsKept(0, 1, List.of(place(1))));
        assertThat(quarantine.total().documents()).isZero();
    }

    @Test
    void keepsTenThousandDifferentDocumentsOfARunAndCountsTheOthers() {
        for (int line = 1; line <= 10_050; line++) {
            reject(line, "bad " + line);
        }
        reject(10_051, "bad 1");
        rejects.commit();
        RejectsKept kept = rejects.kept();

        assertThat(kept.documents()).isEqualTo(10_001);
        assertThat(kept.leftOut()).isEqualTo(50);
        assertThat(kept.firstLeftOut())
                .hasSize(20)
                .startsWith(place(10_001))
                .endsWith(place(10_020));
        assertThat(quarantine.total().documents()).isEqualTo(10_000);
        assertThat(quarantine.after(0, 1))
                .extracting(QuarantinedDocument::times)
                .containsExactly(2L);
    }

    @Test
    void writesManyDocumentsInBatches() {
        List<Integer> batches = new ArrayList<>();
        QuarantineRejects counted = into(new EditorOf(batches));
        for (int i = 0; i < 700; i++) {
            counted.begin(place(i));
            counted.append(("bad " + i).getBytes(StandardCharsets.UTF_8));
        }
        counted.commit();
        for (int i = 0; i < 100; i++) {
            counted.begin(place(i));
            counted.append((i + "x".repeat(60_000)).getBytes(StandardCharsets.UTF_8));
        }
        counted.commit();

        assertThat(batches).containsExactly(500, 200, 70, 30);
    }

    @Test
    void aFailedBatchIsNotCountedAndNotRepeated() {
        List<Integer> batches = new ArrayList<>();
        QuarantineRejects failing =
                into(
                        new EditorOf(batches) {
                            @Override
                            public void add(List<RejectedDocument> documents) {
                                super.add(documents);
                                throw new LedgerUnavailableException("disk full", null);
                            }
                        });
        failing.begin(place(1));

        assertThatExceptionOfType(LedgerUnavailableException.class).isThrownBy(failing::commit);
        failing.commit();
        assertThat(batches).containsExactly(1);
        assertThat(failing.kept()).isEqualTo(RejectsKept.NONE);
    }

    @Test
    void aBatchThatALockDelaysIsWrittenByTheNextCall() {
        List<Integer> batches = new ArrayList<>();
        QuarantineRejects delayed =
                into(
                        new EditorOf(batches) {
                            @Override
                            public void add(List<RejectedDocument> documents) {
                                super.add(documents);
                                if (batches.size() == 1) {
                                    throw LedgerUnavailableException.transientFailure("busy", null);
                                }
                            }
                        });
        delayed.begin(place(1));

        assertThatExceptionOfType(LedgerUnavailableException.class).isThrownBy(delayed::commit);
        delayed.commit();
        delayed.commit();
        assertThat(batches).containsExactly(1, 1);
        assertThat(delayed.kept().documents()).isEqualTo(1);
    }

    /** A quarantine that stores the sizes of its batches only. */
    private static class EditorOf implements QuarantineEditor {

        private final List<Integer> batches;

        EditorOf(List<Integer> batches) {
            this.batches = batches;
        }

        @Override
        public void add(List<RejectedDocument> documents) {
            batches.add(documents.size());
        }

        @Override
        public Set<Long> drop(Set<Long> numbers) {
            return Set.of();
        }

        @Override
        public long dropAll() {
            return 0;
        }
    }

    private void reject(long line, String body) {
        rejects.begin(place(line));
        rejects.append(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Rejection place(long line) {
        return new Rejection("a.ndjson", line, Optional.empty(), "unreadable");
    }

    private static QuarantineRejects into(QuarantineEditor editor) {
        return new QuarantineRejects(editor, () -> SampleGenerations.RECEIVED);
    }
}
