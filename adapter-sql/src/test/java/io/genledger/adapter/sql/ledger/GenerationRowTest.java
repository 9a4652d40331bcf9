package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.tables.tables.records.GenerationRecord;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.Charges;
import io.genledger.ports.testkit.SampleGenerations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GenerationRowTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final GenerationRecord COMPLETE =
            GenerationRow.of(recording(complete(id(1))), 3, NOW);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CREATED_AT", "PROVIDER_RESPONSES"})
    void writesEveryFieldToTheColumnOfItsName(MetadataField field) {
        String stated = field.textIn(complete(id(1))).orElseThrow();

        assertThat(columnOf(field)).isEqualTo(stated);
    }

    @Test
    void writesDerivedColumns() {
        assertThat(COMPLETE.getRevision()).isEqualTo(3);
        assertThat(COMPLETE.getRecordedAt()).isEqualTo(NOW.getEpochSecond());
        assertThat(Instant.ofEpochSecond(COMPLETE.getCreatedAt(), COMPLETE.getCreatedAtNanos()))
                .isEqualTo(SampleGenerations.CREATED);
        assertThat(COMPLETE.getCreatedBasis()).isEqualTo("record");
        assertThat(COMPLETE.getProviderResponsesCount()).isEqualTo(1);
        assertThat(COMPLETE.getReadAgeS()).isEqualTo(22);
        assertThat(COMPLETE.getUnknownFields()).isEqualTo("energy_wh");
        assertThat(COMPLETE.getCreditsPicousd()).isEqualTo(70_929_000L);
        assertThat(COMPLETE.getByokUpstreamPicousd()).isEqualTo(1_418_580_000L);
        assertThat(COMPLETE.getSpendPicousd()).isEqualTo(1_489_509_000L);
    }

    @Test
    void aCompleteGenerationLeavesNoColumnEmpty() {
        assertThat(Arrays.stream(COMPLETE.intoArray())).doesNotContainNull();
    }

    @Test
    void absentFieldsAreNull() {
        GenerationRecord bare =
                GenerationRow.of(recording(costing(id(1), Charges.UNREPORTED)), 1, Instant.EPOCH);

        assertThat(
                        Arrays.stream(bare.fields())
                                .filter(field -> bare.get(field) != null)
                                .map(Field::getName))
                .containsExactlyInAnyOrder(
                        "id",
                        "revision",
                        "recorded_at",
                        "inline",
                        "content_digest",
                        "digest_version",
                        "created_at",
                        "created_at_nanos",
                        "created_basis",
                        "provider_responses_count",
                        "byok_upstream_picousd",
                        "read_age_s");
    }

    private static String columnOf(MetadataField field) {
        for (String unit : new String[] {"", "_ns", "_picousd"}) {
            @Nullable Field<?> column = GENERATION.field(DSL.name(field.wireName() + unit));
            if (column != null) {
                return inTheUnitOfTheWire(String.valueOf(COMPLETE.get(column)), unit);
            }
        }
        throw new AssertionError("no column for " + field);
    }

    private static String inTheUnitOfTheWire(String value, String unit) {
        return switch (unit) {
            case "_ns" -> plain(new BigDecimal(value).movePointLeft(6));
            case "_picousd" -> plain(new BigDecimal(value).movePointLeft(12));
            default -> value;
        };
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
