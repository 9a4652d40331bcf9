package io.genledger.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.view.json.ViewJson;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.ObjectMapper;

/** The form of each kind of value. */
class ViewJsonTest {

    record One(Object value) {}

    @ParameterizedTest
    @CsvSource({"1E-10, 0.0000000001", "1E+20, 100000000000000000000", "0E-5, 0", "-1.50, -1.5"})
    void anAmountIsPlainDigitsInAString(String amount, String digits) {
        assertThat(json(UsdAmount.of(amount))).isEqualTo('"' + digits + '"');
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT0.337S, 337",
        "PT0.0005S, 0.5",
        "PT20M, 1200000",
        "P200000D, 17280000000000",
        "-PT0.001S, -1",
    })
    void aDurationIsANumberOfMilliseconds(Duration duration, String number) {
        assertThat(json(duration)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-08-20T08:02:07Z, 2025-08-20T08:02:07.000Z",
        "2025-08-20T08:02:07.304517632Z, 2025-08-20T08:02:07.304Z",
        "1969-12-31T23:59:59.999999999Z, 1969-12-31T23:59:59.999Z",
    })
    void aMomentHasThreeDecimals(Instant moment, String text) {
        assertThat(json(moment)).isEqualTo('"' + text + '"');
    }

    static Map<Object, String> values() {
        return Map.of(
                QueueState.GIVEN_UP,
                "\"given-up\"",
                MetadataField.USAGE,
                "\"usage\"",
                FeeRate.of("5.50"),
                "\"5.5\"",
                Ratio.of(new TokenCount(2), new TokenCount(3)),
                "\"0.666667\"",
                Ratio.of(new TokenCount(100), new TokenCount(1)),
                "\"100\"",
                Optional.empty(),
                "null",
                Optional.of(UsdAmount.ZERO),
                "\"0\"",
                9_007_199_254_740_993L,
                "9007199254740993",
                true,
                "true",
                Map.of(MetadataField.IS_BYOK, Optional.empty()),
                "{\"is_byok\":null}");
    }

    /** JSON allows each character as it is, and each as an escape. */
    @ParameterizedTest
    @CsvSource({
        "009b, \\u009B",
        "202e, \\u202E",
        "200b, \\u200B",
        "2028, \\u2028",
        "007f, \\u007F",
        "d800, \\uD800",
        "e0041, \\uDB40\\uDC41",
        "6a21, 模",
        "1f600, 😀",
    })
    void whatIsInvisibleIsEscaped(String point, String form) {
        String text = Character.toString(Integer.parseInt(point, 16));

        assertThat(json(text)).isEqualTo('"' + form + '"');
        assertThat(new ObjectMapper().readValue(json(text), String.class)).isEqualTo(text);
    }

    @Test
    void otherValuesHaveOneFormEach() {
        values().forEach((value, json) -> assertThat(json(value)).isEqualTo(json));
    }

    private static String json(Object value) {
        String json = ViewJson.of(new One(value));
        return json.substring("{\"value\":".length(), json.length() - 1);
    }
}
