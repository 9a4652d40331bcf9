package io.genledger.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.sample.Neighbours;
import io.genledger.domain.sample.Sample;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

    @Test
    void isSha256InLowerCaseHexadecimal() {
        ContentDigest digest = ContentDigest.of(Sample.silent().build());

        assertThat(digest.version()).isEqualTo(2);
        assertThat(digest.hex()).matches("[0-9a-f]{64}");
        assertThat(digest).hasToString("2:" + digest.hex());
    }

    /** Ledgers keep digests for years: another one would make every record a correction. */
    @ParameterizedTest
    @CsvSource({
        "1, ea3a56280cd0c2a982d7e9a87d2bd85147251e4e4404446def7acedfd1271066",
        "2, a836f0fa5ed725e25af9fc45f445cb11ca16a27e755fd91b736cf056a9bc5305"
    })
    void aVersionStaysTheSameForever(int version, String hex) {
        assertThat(ContentDigest.of(Sample.complete().build(), version))
                .isEqualTo(new ContentDigest(version, hex));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3})
    void knowsNoOtherVersion(int version) {
        Generation generation = Sample.silent().build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentDigest.of(generation, version))
                .withMessage("content digests have version 1 to 2, not " + version);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContentDigest(version, "0".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ea3a",
                "EA3A56280CD0C2A982D7E9A87D2BD85147251E4E4404446DEF7ACEDFD1271066"
            })
    void refusesWhatIsNoSha256(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContentDigest(2, hex))
                .withMessage("a content digest has 64 hexadecimal digits, not '" + hex + "'");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void recognisesItsGenerationByItsOwnVersion(int version) {
        Generation generation = Sample.complete().build();
        ContentDigest kept = ContentDigest.of(generation, version);
        Generation other = Sample.silent().build();

        assertThat(kept.isOf(generation)).isTrue();
        assertThat(kept.isOf(other)).isFalse();
        assertThat(LedgerEntry.of(generation).hasContent(kept)).isTrue();
        assertThat(LedgerEntry.of(other).hasContent(kept)).isFalse();
    }

    @Test
    void theSameContentHasTheSameDigest() {
        assertThat(ContentDigest.of(Sample.complete().build()))
                .isEqualTo(ContentDigest.of(Sample.complete().build()));
    }

    @Test
    void everySingleChangeGivesAnotherDigest() {
        Generation complete = Sample.complete().build();
        Map<ContentDigest, String> paths = new HashMap<>();
        paths.put(ContentDigest.of(complete), "unchanged");

        Map<String, Generation> neighbours = Neighbours.of(complete);
        assertThat(neighbours).hasSizeGreaterThan(2 * MetadataField.values().length);
        neighbours.forEach((path, neighbour) -> {
            // Each inferred time of creation is the same: none is stated.
            String place = path.startsWith("generation.created.basis") ? "created" : path;
            assertThat(paths.put(ContentDigest.of(neighbour), place)).as(place).isNull();
        });
    }

    @Test
    void theSpellingOfAnAmountDoesNotMatter() {
        assertThat(ContentDigest.of(Sample.silent().with(Sample.credits("6.0e-8")).build()))
                .isEqualTo(
                        ContentDigest.of(
                                Sample.silent().with(Sample.credits("0.00000006")).build()));
    }

    @Test
    void theTimeOfReceiptDoesNotMatter() {
        assertThat(digestReceivedAt("2025-08-20T08:02:30Z"))
                .isEqualTo(digestReceivedAt("2026-01-01T00:00:00Z"));
    }

    @Test
    void absentAndNullStateTheSame() {
        Generation absent =
                Sample.silent()
                        .with(
                                new DocumentShape(
                                        DocumentKind.METADATA,
                                        Set.of(MetadataField.ROUTER),
                                        Map.of()))
                        .build();

        assertThat(ContentDigest.of(absent)).isEqualTo(ContentDigest.of(Sample.silent().build()));
    }

    @Test
    void aRecordAndACompletionDoNotStateTheSame() {
        DocumentShape completion = new DocumentShape(DocumentKind.COMPLETION, Set.of(), Map.of());

        assertThat(ContentDigest.of(Sample.silent().with(completion).build()))
                .isNotEqualTo(ContentDigest.of(Sample.silent().build()));
    }

    @Test
    void zeroAndNullDoNotStateTheSame() {
        assertThat(ContentDigest.of(Sample.silent().with(Sample.credits("0")).build()))
                .isNotEqualTo(ContentDigest.of(Sample.silent().build()));
    }

    @Test
    void unknownFieldsCountInAnyOrder() {
        Map<String, String> forwards = new LinkedHashMap<>();
        forwards.put("energy_wh", "0.25");
        forwards.put("zone", "\"a\"");
        Map<String, String> backwards = new LinkedHashMap<>();
        backwards.put("zone", "\"a\"");
        backwards.put("energy_wh", "0.25");

        assertThat(digestOf(forwards)).isEqualTo(digestOf(backwards));
        assertThat(digestOf(forwards)).isNotEqualTo(digestOf(Map.of("energy_wh", "0.25")));
        assertThat(digestOf(forwards)).isNotEqualTo(digestOf(Map.of()));
    }

    @Test
    void neighbouringValuesDoNotRunTogether() {
        assertThat(digestOf(Map.of("ab", "c"))).isNotEqualTo(digestOf(Map.of("a", "bc")));
        assertThat(digestOf("x\n10:session_id1:y", Optional.empty()))
                .isNotEqualTo(digestOf("x", Optional.of("y")));
    }

    private static ContentDigest digestOf(Map<String, String> unknown) {
        return ContentDigest.of(
                Sample.silent()
                        .with(new DocumentShape(DocumentKind.METADATA, Set.of(), unknown))
                        .build());
    }

    private static ContentDigest digestOf(String request, Optional<String> session) {
        Lineage lineage =
                new Lineage(
                        Optional.empty(),
                        Optional.of(new RequestId(request)),
                        session.map(SessionId::new),
                        Optional.empty());
        return ContentDigest.of(Sample.silent().with(lineage).build());
    }

    private static ContentDigest digestReceivedAt(String moment) {
        return ContentDigest.of(
                Sample.silent()
                        .with(new CreationTime(Instant.parse(moment), CreationTime.Basis.RECEIPT))
                        .build());
    }
}
