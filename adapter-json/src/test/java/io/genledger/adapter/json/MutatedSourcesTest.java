package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.activity.ActivityReader;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.broadcast.BroadcastReader;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Damaged bytes of Activity exports and deliveries never fail otherwise than by a rejection, never
 * make a generation without an id of OpenRouter, and never two of one delivery's span.
 */
class MutatedSourcesTest {

    private static final int MUTANTS = 3_000;

    @Test
    void mutatedExportsAreReadOrRejected() throws IOException {
        Random random = new Random(4);
        for (String file :
                new String[] {
                    "04-activity-2025-12-22-columns.csv", "05-activity-2026-08-app-first.csv"
                }) {
            byte[] export = FieldCases.text(file).getBytes(UTF_8);
            long rows = FieldCases.text(file).lines().count() - 1;
            for (int i = 0; i < MUTANTS; i++) {
                ReadContents read = new ReadContents();
                ActivityReader.read(
                        new ByteArrayInputStream(mutated(export, random)),
                        () -> ReadContents.RECEIVED,
                        read);

                assertThat(read.generations.size()).isLessThanOrEqualTo((int) rows + 1);
                for (int j = 0; j < read.generations.size(); j++) {
                    Generation generation = read.generations.get(j);
                    assertThat(GenerationId.ofOpenRouter(generation.id().value()))
                            .contains(generation.id());
                    assertThat(generation.shape().kind()).isEqualTo(DocumentKind.ACTIVITY);
                    assertThat(ActivityReader.decode(new DocumentInput(read.documents.get(j))))
                            .isEqualTo(generation);
                }
            }
        }
    }

    @Test
    void mutatedDeliveriesAreReadOrRejected() throws IOException {
        Random random = new Random(7);
        String[] deliveries =
                FieldCases.text("07-broadcast-three-spans.ndjson").lines().toArray(String[]::new);
        for (int i = 0; i < MUTANTS; i++) {
            byte[] delivery = deliveries[i % deliveries.length].getBytes(UTF_8);
            ReadContents read = new ReadContents();
            BroadcastReader.read(mutated(delivery, random), 1, () -> ReadContents.RECEIVED, read);

            Set<String> ids = new HashSet<>();
            for (int j = 0; j < read.generations.size(); j++) {
                Generation generation = read.generations.get(j);
                assertThat(ids.add(generation.id().value())).isTrue();
                assertThat(GenerationId.ofOpenRouter(generation.id().value()))
                        .contains(generation.id());
                assertThat(BroadcastReader.decode(new DocumentInput(read.documents.get(j))))
                        .isEqualTo(generation);
            }
            assertThat(
                            read.generations.size()
                                    + read.rejections.size()
                                    + read.toCollect.size()
                                    + read.skipped)
                    .isPositive();
        }
    }

    /** Up to three bytes replaced, or a part removed, repeated or exchanged. */
    private static byte[] mutated(byte[] bytes, Random random) {
        byte[] mutant = bytes.clone();
        int from = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(40, bytes.length - from) + 1);
        switch (random.nextInt(3)) {
            case 0 -> {
                for (int i = 0; i <= random.nextInt(3); i++) {
                    mutant[random.nextInt(mutant.length)] =
                            (byte)
                                    (random.nextBoolean()
                                            ? "\",:;{}[]\\\n\r0e-".charAt(random.nextInt(14))
                                            : random.nextInt(256));
                }
            }
            case 1 -> {
                mutant = new byte[bytes.length - length];
                System.arraycopy(bytes, 0, mutant, 0, from);
                System.arraycopy(bytes, from + length, mutant, from, mutant.length - from);
            }
            default -> {
                mutant = new byte[bytes.length + length];
                System.arraycopy(bytes, 0, mutant, 0, from + length);
                System.arraycopy(bytes, from, mutant, from + length, bytes.length - from);
            }
        }
        return mutant;
    }
}
