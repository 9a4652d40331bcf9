package io.genledger.adapter.http.simulator.generated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.adapter.http.simulator.behaviour.AlteredDocument;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedGenerationsTest {

    private static final Instant START = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final GeneratedGenerations MANY = GeneratedGenerations.of(42, 20_000, START);
    private static final List<String> DOCUMENTS =
            MANY.stream().map(each -> new String(each.document(), UTF_8)).toList();

    @Test
    void idsHaveOpenRoutersShapeAndAreUnique() {
        List<String> ids = MANY.stream().map(GeneratedGeneration::id).toList();

        assertThat(ids).allMatch(id -> id.matches("gen-1767323045-[0-9A-Za-z]{20}"));
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void theSecondInTheIdsIncreases() {
        GeneratedGenerations apart = new GeneratedGenerations(1, 5, START, Duration.ofMillis(400));

        assertThat(apart.stream().map(each -> each.id().substring(4, 14)))
                .containsExactly(
                        "1767323045", "1767323045", "1767323045", "1767323046", "1767323046");
        assertThat(apart.stream().allMatch(each -> apart.find(each.id()).isPresent())).isTrue();
    }

    @Test
    void anIdIsFoundAmongAThousandMillion() {
        GeneratedGenerations most = GeneratedGenerations.of(7, GeneratedGenerations.MOST, START);
        for (long number : List.of(0L, 1L, 61L, 1L << 20, GeneratedGenerations.MOST - 1)) {
            GeneratedGeneration generation = most.at(number);

            assertThat(most.document(generation.id())).contains(generation.document());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gen-1",
                "gen-1767323045-aaaaaaaaaaaaaaaaaaaa",
                "gen-1767323045-zzzzzzzzzzzzzzzzzzzz",
                "gen-1767323045-00000000000000000000",
                "gen-1767323045-aaaaaaaaaaaaaaaaaaa-"
            })
    void anotherIdIsNotFound(String id) {
        assertThat(MANY.find(id)).isEmpty();
    }

    @Test
    void anIdOfAnotherSeedTimeOrNumberIsNotFound() {
        String id = MANY.at(19_999).id();

        assertThat(GeneratedGenerations.of(43, 20_000, START).find(id)).isEmpty();
        assertThat(GeneratedGenerations.of(42, 20_000, START.plusSeconds(1)).find(id)).isEmpty();
        assertThat(GeneratedGenerations.of(42, 19_999, START).find(id)).isEmpty();
        for (int place = 0; place < id.length(); place++) {
            char other = id.charAt(place) == '1' ? '2' : '1';
            String wrong = id.substring(0, place) + other + id.substring(place + 1);
            assertThat(MANY.find(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void documentsStayTheSameBetweenReleases() {
        GeneratedGeneration again = GeneratedGenerations.of(42, 20_000, START).at(3);

        assertThat(again.document()).isEqualTo(DOCUMENTS.get(3).getBytes(UTF_8));
        assertThat(again.document()).isEqualTo(again.document());
        assertThat(again.id()).isEqualTo("gen-1767323045-FcuL7FhRue1N0SlhwT8F");
        assertThat(Arrays.hashCode(again.document())).isEqualTo(-266721429);
    }

    @Test
    void theDocumentStatesTheCost() {
        for (int number = 0; number < DOCUMENTS.size(); number++) {
            GeneratedGeneration generation = MANY.at(number);
            String document = DOCUMENTS.get(number);
            BigDecimal usage = amount(document, "usage").orElseThrow();
            Optional<BigDecimal> spend =
                    document.contains("\"is_byok\":true,\"usage\"")
                            ? amount(document, "upstream_inference_cost").map(usage::add)
                            : Optional.of(usage);

            assertThat(document).contains("\"id\":\"" + generation.id() + "\"");
            assertThat(amount(document, "total_cost")).contains(usage);
            assertThat(generation.usage()).as(document).isEqualByComparingTo(usage);
            assertThat(generation.spend().map(BigDecimal::stripTrailingZeros))
                    .as(document)
                    .isEqualTo(spend.map(BigDecimal::stripTrailingZeros));
        }
    }

    @Test
    void amountsHaveElevenDecimalsAtMostAndTwelveWhenCorrected() {
        for (int number = 0; number < DOCUMENTS.size(); number += 10) {
            byte[] corrected = AlteredDocument.corrected(DOCUMENTS.get(number).getBytes(UTF_8));
            BigDecimal usage = amount(new String(corrected, UTF_8), "usage").orElseThrow();

            assertThat(MANY.at(number).usage().stripTrailingZeros().scale()).isLessThan(12);
            assertThat(usage.scale()).isLessThanOrEqualTo(12);
            assertThat(usage)
                    .isEqualByComparingTo(
                            MANY.at(number).usage().multiply(AlteredDocument.CORRECTION));
        }
    }

    /** Percentiles of the 2,920 recorded costs, with a tolerance of 5 per cent. */
    @ParameterizedTest
    @CsvSource({"25, 0.0220902", "50, 0.1015995", "75, 0.254709", "90, 0.43401", "95, 0.6367095"})
    void costsAreDistributedAsRecorded(int percent, BigDecimal recorded) {
        List<BigDecimal> costs =
                DOCUMENTS.stream()
                        .filter(document -> document.contains("\"is_byok\":false,\"usage\""))
                        .filter(document -> !isFreeForAReason(document))
                        .map(document -> amount(document, "usage").orElseThrow())
                        .sorted()
                        .toList();

        assertThat(costs.get(costs.size() * percent / 100))
                .isCloseTo(recorded, Percentage.withPercentage(5));
    }

    @Test
    void modelsAreAsFrequentAsRecorded() {
        Map<String, Long> models = countOf("\"model\":\"([^\"]+)\"");

        assertThat(models).hasSize(29);
        // Recorded 114 and 87 times among 2,920: the most and the fewest.
        assertThat(models.get("google/gemini-2.5-pro-preview-03-25")).isBetween(690L, 870L);
        assertThat(models.get("google/gemini-2.5-pro-preview")).isBetween(510L, 680L);
    }

    @Test
    void reasonsAndReasoningAreAsFrequentAsRecorded() {
        Map<String, Long> words = countOf("\"native_finish_reason\":(null|\"[^\"]+\")");

        // Recorded 2,346 and 475 times among 2,920; 3 per cent of the generated ones are cancelled
        // or failed. The samples have "length" 9 times among 580, more often than the recordings
        // (27 of 2,920).
        assertThat(words.get("\"stop\"")).isBetween(15200L, 16200L);
        assertThat(words.get("\"STOP\"")).isBetween(2800L, 3400L);
        assertThat(words.get("\"length\"")).isBetween(240L, 360L);
        long reasoning =
                DOCUMENTS.stream()
                        .filter(document -> !document.contains("\"native_tokens_reasoning\":0"))
                        .count();
        // Recorded 1,548 times among 2,920.
        assertThat(reasoning / 200).isBetween(50L, 56L);
    }

    @Test
    void everyKindOccurs() {
        assertThat(countOf("\"is_byok\":(true|false),\"usage\"").get("true"))
                .isBetween(1500L, 1900L);
        assertThat(countOf("\"cancelled\":(true|false)").get("true")).isBetween(300L, 500L);
        assertThat(countOf("\"cache_discount\":(null|-|\\d)")).containsKeys("null", "-", "0");
        assertThat(countOf("\"finish_reason\":(null|\"[^\"]+\")")).containsKey("\"error\"");
        assertThat(countOf("\"status\":(\\d+)")).containsKeys("200", "429", "499", "502");
        assertThat(countOf("\"response_cache_source_id\":(null|\"gen)")).containsKey("\"gen");
        assertThat(MANY.stream().filter(each -> each.spend().isEmpty()).count())
                .isBetween(60L, 140L);
        assertThat(countOf("\"usage\":(\\d(?:\\.\\d+)?e-7)")).isNotEmpty();
    }

    @Test
    void refusesCountsAndTimesOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedGenerations.of(1, -1, START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedGenerations.of(1, GeneratedGenerations.MOST + 1, START));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedGenerations.of(1, 1, Instant.EPOCH))
                .withMessageContaining("ten digits");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new GeneratedGenerations(1, 1_000_000, START, Duration.ofDays(1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 20_000, Long.MAX_VALUE})
    void refusesNumbersOutOfRange(long number) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> MANY.at(number))
                .withMessage("expected a number from 0 to below 20000, found " + number);
    }

    private static boolean isFreeForAReason(String document) {
        return document.contains("\"cancelled\":true")
                || document.contains("\"finish_reason\":\"error\"")
                || document.contains("\"response_cache_source_id\":\"");
    }

    private static Optional<BigDecimal> amount(String document, String field) {
        Matcher amount = Pattern.compile("\"" + field + "\":([^,}]+)").matcher(document);
        assertThat(amount.find()).as("%s in %s", field, document).isTrue();
        return amount.group(1).equals("null")
                ? Optional.empty()
                : Optional.of(new BigDecimal(amount.group(1)));
    }

    private static Map<String, Long> countOf(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return DOCUMENTS.stream()
                .flatMap(document -> compiled.matcher(document).results())
                .map(result -> result.group(1))
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
