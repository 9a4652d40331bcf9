package io.genledger.adapter.json.activity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.FieldCases;
import io.genledger.adapter.json.JacksonMetadataDecoder;
import io.genledger.adapter.json.ReadContents;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.cost.ZeroReason;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.document.MetadataDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivityReaderTest {

    private static final String OF_2025 = FieldCases.text("04-activity-2025-12-22-columns.csv");
    private static final String OF_2026 = FieldCases.text("05-activity-2026-08-app-first.csv");

    private static final String HEADER =
            "generation_id,created_at,cost_total,cost_cache,byok_usage_inference,tokens_prompt,"
                    + "model_permaslug,variant,cancelled,user,app_name\n";
    private static final String ROW =
            "gen-1766176333-571cT9ZUjKzbZWEL3yGz,2025-12-19"
                    + " 20:32:13.640,0.5,-0.1,0,12,a/b,standard,false,u,App\n";

    @Test
    void readsTheExportOf22Columns() {
        ReadContents read = read(OF_2025);

        assertThat(read.rejections).isEmpty();
        assertThat(read.generations).hasSize(7);
        assertThat(sum(read, generation -> generation.charges().usage())).hasToString("0.000265");
        assertThat(tokens(read, generation -> generation.nativeTokens().prompt())).isEqualTo(3_964);
        assertThat(tokens(read, generation -> generation.nativeTokens().completion()))
                .isEqualTo(2_013);
        assertThat(read.lines).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    /** The last three say nothing about a generation. */
    @Test
    void theColumnsOfARowAreThoseOfOpenRouterInItsOrder() throws IOException {
        String rules = Files.readString(Path.of("../domain/OPENROUTER.md"));
        Matcher columns =
                Pattern.compile("`(generation_id, created_at, cost_total,[^`]*)`").matcher(rules);

        assertThat(columns.find()).isTrue();
        assertThat(
                        Stream.concat(
                                Arrays.stream(WireRow.class.getRecordComponents())
                                        .map(RecordComponent::getName)
                                        .filter(name -> !name.equals("unknown"))
                                        .map(name ->
                                                name.replaceAll("([A-Z])", "_$1")
                                                        .toLowerCase(Locale.ROOT)),
                                Stream.of("api_key_disabled", "api_key_name", "app_name")))
                .containsExactly(columns.group(1).split(",\\s+"));
    }

    @Test
    void aFreeVariantExplainsEachZero() {
        List<Generation> zeros =
                read(OF_2025).generations.stream()
                        .filter(generation ->
                                generation.charges().usage().filter(UsdAmount::isZero).isPresent())
                        .toList();

        assertThat(zeros)
                .hasSize(5)
                .allSatisfy(generation -> {
                    assertThat(generation.routing().model())
                            .contains(new ModelSlug("google/gemma-3-27b-it:free"));
                    assertThat(ZeroReason.of(generation, Plan.STANDARD))
                            .contains(ZeroReason.FREE_VARIANT);
                });
    }

    @Test
    void readsTheExportOf24Columns() {
        ReadContents read = read(OF_2026);

        assertThat(read.rejections).isEmpty();
        assertThat(read.generations).hasSize(5);
        assertThat(sum(read, generation -> generation.charges().usage())).hasToString("0.065031");
        assertThat(sum(read, generation -> SpendRule.OPENROUTER.spendOf(generation).knownAmount()))
                .hasToString("0.065031");
        assertThat(sum(read, generation -> generation.charges().cacheDiscount()))
                .hasToString("0.032418");
    }

    @Test
    void amountsAreThoseOfTheRecordsCutToMicrodollars() {
        Map<String, Generation> records =
                FieldCases.text("05-records-full-precision.ndjson")
                        .lines()
                        .map(line -> document(line.getBytes(StandardCharsets.UTF_8)))
                        .map(new JacksonMetadataDecoder()::decode)
                        .collect(
                                Collectors.toMap(
                                        record -> record.id().value(), Function.identity()));

        assertThat(read(OF_2026).generations)
                .allSatisfy(row -> {
                    Generation record = requireNonNull(records.get(row.id().value()));
                    assertThat(row.charges().usage())
                            .isEqualTo(record.charges().usage().map(ActivityReaderTest::cut));
                    assertThat(row.charges().cacheDiscount())
                            .isEqualTo(
                                    record.charges().cacheDiscount().map(ActivityReaderTest::cut));
                    assertThat(row.created()).isEqualTo(record.created());
                    assertThat(row.nativeTokens()).isEqualTo(record.nativeTokens());
                });
    }

    @Test
    void mapsEachColumn() {
        Generation row = read(OF_2026).generations.get(1);

        assertThat(row.shape().kind()).isEqualTo(DocumentKind.ACTIVITY);
        assertThat(row.id()).hasToString("gen-1787608808-b8NroLibUcDiQcP0DfO2");
        assertThat(row.created().at()).isEqualTo(Instant.parse("2026-08-24T22:00:08.247Z"));
        assertThat(row.routing().provider()).hasToString("Optional[Azure]");
        assertThat(row.completion().cancelled()).contains(false);
        assertThat(row.completion().streamed()).contains(true);
        assertThat(row.completion().finishReason()).contains(FinishReason.STOP);
        assertThat(row.completion().nativeFinishReason()).contains(new FinishReason("completed"));
        assertThat(row.timing().generationTime()).contains(Duration.ofMillis(9_722));
        assertThat(row.timing().latency()).contains(Duration.ofMillis(2_954));
        assertThat(row.nativeTokens().cached()).contains(new TokenCount(35_351));
        assertThat(row.charges().byok()).isEmpty();
        assertThat(row.charges().totalCost()).isEmpty();
        assertThat(row.attribution().app()).isEmpty();
        assertThat(row.attribution().externalUser()).isEmpty();
        assertThat(row.shape().absent())
                .contains(MetadataField.IS_BYOK, MetadataField.TOTAL_COST)
                .doesNotContain(MetadataField.EXTERNAL_USER, MetadataField.USAGE);
        assertThat(row.shape().unknown())
                .containsExactly(
                        Map.entry("api_key_disabled", "\"false\""),
                        Map.entry("api_key_name", "\"sample-agent-key\""),
                        Map.entry("app_name", "\"Some Agent\""));
    }

    @ParameterizedTest
    @CsvSource({"0.0065, true, 0.506500", "0, , 0.5", "'', , "})
    void anUpstreamCostShowsWhetherTheCallUsedByok(
            String upstream, @Nullable Boolean byok, @Nullable String spend) {
        Generation row =
                read(HEADER + ROW.replace(",-0.1,0,", ",-0.1," + upstream + ","))
                        .generations
                        .get(0);

        assertThat(row.charges().byok()).isEqualTo(Optional.ofNullable(byok));
        assertThat(SpendRule.OPENROUTER.spendOf(row).knownAmount())
                .isEqualTo(Optional.ofNullable(spend).map(UsdAmount::of));
    }

    @Test
    void anExportWithoutTheColumnOfUpstreamCostsIsRefused() {
        ReadContents read =
                read(
                        HEADER.replace("byok_usage_inference,", "")
                                + ROW.replace(",-0.1,0,", ",-0.1,"));

        assertThat(read.generations).isEmpty();
        assertThat(read.rejections)
                .singleElement()
                .asString()
                .contains("expected the column byok_usage_inference in the header, found none");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, standard, a/b",
        "a/b, free, a/b:free",
        "a/b, thinking, a/b:thinking",
        "a/b, '', a/b",
        "a/b:free, free, a/b:free"
    })
    void theVariantBelongsToTheModel(String model, String variant, String expected) {
        String row = ROW.replace(",a/b,standard,", "," + model + "," + variant + ",");

        assertThat(read(HEADER + row).generations.get(0).routing().model())
                .contains(new ModelSlug(expected));
    }

    @Test
    void keepsFiguresAndColumnsWithoutAFieldInARecord() {
        String header =
                HEADER.replace("user,", "cost_web_search,cost_file_processing,new_column,user,");
        String row =
                ROW.replace("false,u,", "false,0.004,0.0010,,u,")
                        + ROW.replace("false,u,", "false,,0,x,u,");
        ReadContents read = read(header + row);

        assertThat(read.generations.get(0).shape().unknown())
                .containsExactly(
                        Map.entry("app_name", "\"App\""),
                        Map.entry("cost_file_processing", "0.001"),
                        Map.entry("cost_web_search", "0.004"));
        assertThat(read.generations.get(1).shape().unknown())
                .contains(Map.entry("new_column", "\"x\""), Map.entry("cost_file_processing", "0"));
    }

    @Test
    void readsAnArchivedRowAgainAsTheEqualGeneration() {
        for (String export : List.of(OF_2025, OF_2026, HEADER + ROW)) {
            ReadContents read = read(export);
            for (int i = 0; i < read.documents.size(); i++) {
                assertThat(ActivityReader.decode(new DocumentInput(read.documents.get(i))))
                        .isEqualTo(read.generations.get(i));
            }
        }
    }

    @Test
    void archivesColumnAndText() {
        assertThat(read(HEADER + ROW.replace(",u,", ",,")).documentTexts())
                .containsExactly(
                        "{\"genledger\":\"activity-row\",\"row\":{\"app_name\":\"App\","
                                + "\"byok_usage_inference\":\"0\",\"cancelled\":\"false\","
                                + "\"cost_cache\":\"-0.1\",\"cost_total\":\"0.5\","
                                + "\"created_at\":\"2025-12-19 20:32:13.640\","
                                + "\"generation_id\":\"gen-1766176333-571cT9ZUjKzbZWEL3yGz\","
                                + "\"model_permaslug\":\"a/b\",\"tokens_prompt\":\"12\","
                                + "\"user\":null,\"variant\":\"standard\"}}");
    }

    @Test
    void neitherMarkNorLineEndsNorQuotesNorTheOrderOfColumnsMatter() {
        ReadContents plain = read(OF_2026);
        Random random = new Random(15);
        for (int i = 0; i < 50; i++) {
            ReadContents other = read(respelt(OF_2026, random));

            assertThat(other.generations).isEqualTo(plain.generations);
            assertThat(other.documentTexts()).isEqualTo(plain.documentTexts());
            assertThat(other.rejections).isEmpty();
        }
    }

    /** Exports that were put one after another into one file, as {@code cat} does. */
    @Test
    void readsExportsOneAfterAnother() {
        ReadContents plain = read(OF_2026);
        String end = OF_2026.endsWith("\n") ? "" : "\n";
        Random random = new Random(16);
        for (int i = 0; i < 20; i++) {
            ReadContents both = read(OF_2026 + end + respelt(OF_2026, random));

            assertThat(both.rejections).isEmpty();
            assertThat(both.generations).hasSize(2 * plain.generations.size());
            assertThat(new HashSet<>(both.documentTexts()))
                    .isEqualTo(new HashSet<>(plain.documentTexts()));
        }
    }

    private static String respelt(String export, Random random) {
        List<String[]> rows = export.lines().map(line -> line.split(",", -1)).toList();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, rows.get(0).length).boxed().toList());
        Collections.shuffle(order, random);
        String end = random.nextBoolean() ? "\r\n" : "\n";
        String text =
                rows.stream()
                        .map(cells ->
                                order.stream()
                                        .map(column -> cells[column])
                                        .map(cell ->
                                                random.nextInt(4) == 0 ? '"' + cell + '"' : cell)
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining(random.nextInt(9) == 0 ? end + end : end));
        return (random.nextBoolean() ? "\ufeff" : "")
                + end.repeat(random.nextInt(2))
                + text
                + (random.nextBoolean() ? end : "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5|\"0,5\"|cost_total|a decimal comma",
                "0.5|1.2E-05|cost_total|an exponent",
                "-0.1|-1e-5|cost_cache|an exponent",
                "0.5|$0.50|cost_total|expected an amount in US dollars, found \"$0.50\"",
                "0.5|########|cost_total|narrow column",
                "2025-12-19 20:32:13.640|19/12/2025 20:32:13|created_at|a date of another form",
                "2025-12-19 20:32:13.640|12/19/25 20:32|created_at|a date of another form",
                "2025-12-19 20:32:13.640|2025-12-19 20:32|created_at|a date of another form",
                "2025-12-19 20:32:13.640|#######|created_at|narrow column",
                "12,a/b|\"1,144\",a/b|tokens_prompt|a decimal comma",
                "12,a/b|1.144E+05,a/b|tokens_prompt|an exponent",
                "12,a/b|12.5,a/b|tokens_prompt|expected a whole number",
                "false|FALSE|cancelled|a word in capital letters",
                "gen-1766176333-571cT9ZUjKzbZWEL3yGz|gen-pencil|generation_id|found 'gen-pencil'",
                "gen-1766176333-571cT9ZUjKzbZWEL3yGz|gen-1769532074|generation_id|expected an id of"
                        + " OpenRouter",
                "gen-1766176333-571cT9ZUjKzbZWEL3yGz|gen-1766176333-571cT9ZUjKzbZWEL3yGz:attempt-0|generation_id|expected"
                    + " an id",
                "gen-1766176333-571cT9ZUjKzbZWEL3yGz|''|generation_id|expected an id of OpenRouter",
                "12,a/b|12,a/b,c||expected a row of 11 cells, found 12",
                "12,a/b|a/b||expected a row of 11 cells, found 10",
                "12,a/b|12,\"a/b||expected a row of 11 cells, found quotes or line ends that do"
                        + " not",
                "12,a/b|12,\"a/b\"x||quotes or line ends that do not"
            })
    void aDamagedCellCostsItsRowOnly(String cell, String damaged, String field, String reason) {
        String broken = ROW.replace(cell, damaged == null ? "" : damaged);
        ReadContents read = read(HEADER + other(1) + broken + other(2));

        assertThat(read.generations).hasSize(2);
        assertThat(read.lines).containsExactly(2L, 4L);
        assertThat(read.rejections)
                .singleElement()
                .asString()
                .startsWith("3:" + (field == null ? "" : field) + ": expected ")
                .contains(reason);
        assertThat(read.rejectedText()).isEqualTo(broken);
    }

    @Test
    void anAmountKeepsItsExponentOnlyInAColumnOfText() {
        assertThat(read(HEADER + ROW.replace(",App", ",1.2E-05")).generations).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "generation_id,created_at,cost_total,byok_usage_inference|the column"
                        + " model_permaslug",
                "generation_id,created_at,model_permaslug|the column cost_total",
                "generation_id,cost_total,model_permaslug|the column created_at",
                "generation_id,created_at,cost_total,byok_usage_inference,model_permaslug,user,user|found"
                    + " 'user'",
                "generation_id,created_at,cost_total,byok_usage_inference,model_permaslug,|found"
                        + " ''",
                "generation_id;created_at;cost_total;model_permaslug|found semicolons (;), as",
                "generation_id\tcreated_at\tcost_total\tmodel_permaslug|found tabs, as",
                "generation_id,created_at,cost_total,byok_usage_inference,\"model_permaslug|found"
                        + " 'generation_id,created_at,",
                "generation_id,created_at,cost_total\rgen-1,2026|found carriage returns alone",
                "Model,Spend|the aggregated one",
                "Date,Model,Requests,Tokens|the aggregated one",
                "Model,Spend ($)|the aggregated one",
                "API Key;Usage|the aggregated one",
                "Date,Spend|the aggregated one",
                "Day,User,Requests,Tokens|the aggregated one"
            })
    void aDamagedHeaderRefusesTheFileOnce(String header, String reason) {
        String file = header + "\n" + other(1) + other(2);
        ReadContents read = read(file);

        assertThat(ActivityReader.isHeader(header)).isTrue();
        assertThat(read.generations).isEmpty();
        assertThat(read.rejections)
                .singleElement()
                .asString()
                .startsWith("1:: expected ")
                .contains(reason);
        assertThat(read.rejectedText()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INFO start, provider=x, usage ok",
                "2026-11-30T10:00:00Z,model,usage",
                "level=info, model, spend",
                "The provider, and what the usage was",
                "Model and spend",
                "[{\"model\",\"usage\"",
                "timestamp,user,message",
                "date,service,cost",
                "Date;Project;Usage",
                "day,cost,currency,user"
            })
    void aLineOfALogIsNoHeader(String line) {
        assertThat(ActivityReader.isHeader(line)).isFalse();
    }

    @Test
    void namesWhatAFrenchSpreadsheetDidToAFile() {
        ReadContents read = read(FieldCases.text("05-activity-excel-fr.csv"));

        assertThat(read.rejections)
                .containsExactly(
                        "1:: expected columns separated by commas, found semicolons (;), and"
                            + " amounts with a decimal comma, as a spreadsheet saves them: import"
                            + " the file as OpenRouter exported it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"gen-1\"}",
                "id,name",
                "data: {\"model\":\"a\",\"usage\":{}}",
                "",
                "gen-1,gen-2",
                "{\"model\":\"a\",\"cost\":1}"
            })
    void otherFirstLinesAreNoHeader(String line) {
        assertThat(ActivityReader.isHeader(line)).isFalse();
    }

    @Test
    void recognisesBothExports() {
        assertThat(
                        List.of(
                                OF_2025,
                                OF_2026,
                                HEADER,
                                FieldCases.text("05-activity-excel-fr.csv").substring(1)))
                .allMatch(text -> ActivityReader.isHeader(text.lines().findFirst().orElseThrow()));
    }

    @Test
    void hostileTextIsTextAndNothingElse() {
        String text =
                "=HYPERLINK(\"\"http://x\"\")\u001b[31m\u202e\u0000,\"\"}]\n"
                        + "{\"\"genledger\"\":\"\"x\"\"";
        ReadContents read =
                read(
                        HEADER
                                + ROW.replace(",u,App", ",\"" + text + "\",\"" + text + "\"")
                                + other(1));

        String cell = text.replace("\"\"", "\"");
        assertThat(read.rejections).isEmpty();
        assertThat(read.lines).containsExactly(2L, 5L);
        assertThat(read.generations.get(0).attribution().externalUser())
                .contains(new ExternalUser(cell));
        assertThat(ActivityReader.decode(new DocumentInput(read.documents.get(0))))
                .isEqualTo(read.generations.get(0));
        assertThat(read.generations.get(0).shape().unknown().get("app_name"))
                .startsWith("\"=HYPERLINK(\\\"http://x\\\")\\u001B[31m")
                .doesNotContain("\u001b", "\n");
    }

    @Test
    void aRowBeyondTheLimitCostsOnlyItself() {
        String longRow = ROW.replace("App", "x".repeat(3 * RowLines.MAX_BYTES));
        ReadContents read = read(HEADER + other(1) + longRow + other(2));

        assertThat(read.lines).containsExactly(2L, 4L);
        assertThat(read.rejections)
                .containsExactly("3:: expected a row of 11 cells, found more than 131072 bytes");
        assertThat(read.rejectedText()).isEqualTo(longRow);
    }

    @Test
    void aRowOnTheEdgeOfTheWindowIsWhole() {
        for (int length = RowLines.MAX_BYTES - 300; length < RowLines.MAX_BYTES; length += 7) {
            String row = ROW.replace("App", "x".repeat(length - ROW.length()));
            ReadContents read = read(HEADER + row + other(1));

            assertThat(read.rejections).isEmpty();
            assertThat(read.lines).containsExactly(2L, 3L);
        }
    }

    @Test
    void aStrayQuoteInEachRowCostsEachRowOnly() {
        String stray = ROW.replace(",App", ",\"App");
        ReadContents read = read(HEADER + stray + other(1) + stray + other(2) + stray);

        assertThat(read.lines).containsExactly(3L, 5L);
        assertThat(read.rejections).hasSize(3);
        assertThat(read.rejectedText()).isEqualTo(stray.repeat(3));
    }

    /** As a spreadsheet saves it; only such rows, since the other ones say the same in UTF-8. */
    @Test
    void refusesARowInAnotherEncoding() throws IOException {
        ReadContents read = new ReadContents();
        String export = HEADER + other(1) + ROW.replace("App", "Caf\u00e9") + other(2);
        ActivityReader.read(
                new ByteArrayInputStream(export.getBytes(ISO_8859_1)),
                () -> ReadContents.RECEIVED,
                read);

        assertThat(read.rejections)
                .containsExactly(
                        "3:: expected UTF-8, found another encoding, such as Windows-1252: convert"
                                + " the file to UTF-8");
        assertThat(read.generations).hasSize(2);
        assertThat(read(HEADER + ROW.replace("App", "Caf\u00e9 \uFFFD")).rejections).isEmpty();
    }

    private static String other(int number) {
        return ROW.replace("571cT9ZUjKzbZWEL3yGz", "571cT9ZUjKzbZWEL3yG" + number);
    }

    private static ReadContents read(String export) {
        ReadContents contents = new ReadContents();
        try {
            ActivityReader.read(
                    new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)),
                    () -> ReadContents.RECEIVED,
                    contents);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return contents;
    }

    private static MetadataDocument document(byte[] bytes) {
        return new MetadataDocument(Optional.empty(), bytes, ReadContents.RECEIVED);
    }

    private static UsdAmount cut(UsdAmount amount) {
        return amount.roundedTo(6, RoundingMode.DOWN);
    }

    private static UsdAmount sum(
            ReadContents read, Function<Generation, Optional<UsdAmount>> amount) {
        return read.generations.stream()
                .map(amount)
                .flatMap(Optional::stream)
                .reduce(UsdAmount.ZERO, UsdAmount::plus);
    }

    private static long tokens(
            ReadContents read, Function<Generation, Optional<TokenCount>> count) {
        return read.generations.stream()
                .map(count)
                .flatMap(Optional::stream)
                .mapToLong(TokenCount::value)
                .sum();
    }
}
