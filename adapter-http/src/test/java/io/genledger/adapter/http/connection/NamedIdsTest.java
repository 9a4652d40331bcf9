package io.genledger.adapter.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedIdsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "gen-1                                | true  | -",
                "{\"id\":\"gen-1\"}                   | true  | -",
                "Generation gen-1 not found           | true  | -",
                "gen-12 and gen-1                     | true  | -",
                "gen-1:attempt-0                      | true  | -",
                "gen-2, the source of gen-1.          | true  | -",
                "gen-12                               | false | gen-12",
                "gen-1-2                              | false | gen-1-2",
                "gen-1_2                              | false | -",
                "x-gen-1                              | false | -",
                "Generation gen-2 not found           | false | gen-2",
                "Generation not found                 | false | -",
                "gen-                                 | false | -",
                "``                                   | false | -"
            })
    void namesAnIdOnlyAsAWhole(String text, boolean named, String instead) {
        NamedIds ids = new NamedIds(text);

        assertThat(ids.contain("gen-1")).isEqualTo(named);
        assertThat(ids.insteadOf("gen-1").orElse("-")).isEqualTo(instead);
    }
}
