package io.genledger.adapter.http.simulator.behaviour;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlteredDocumentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"usage\":0.02}                       | {\"usage\":0.018}",
                "{\"usage\" : 6e-8 }                    | {\"usage\" : 0.000000054 }",
                "{\"total_cost\":3E-7,\"x\":1}          | {\"total_cost\":0.00000027,\"x\":1}",
                "{\"usage\":0}                          | {\"usage\":0.0}",
                "{\"usage\":-1.5}                       | {\"usage\":-1.35}",
                "{\"upstream_inference_cost\":null}     | {\"upstream_inference_cost\":null}",
                "{\"cache_discount\":0.5,\"n\":\"ü\"}   | {\"cache_discount\":0.5,\"n\":\"ü\"}"
            })
    void altersAmountsOnly(String before, String after) {
        assertThat(new String(AlteredDocument.corrected(before.getBytes(UTF_8)), UTF_8))
                .isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"gen-1, gen-x", "gen-x, gen-y"})
    void anotherIdDiffers(String id, String other) {
        assertThat(AlteredDocument.ofAnotherId(("\"" + id + "\"").getBytes(UTF_8), id))
                .asString(UTF_8)
                .isEqualTo("\"" + other + "\"");
    }
}
