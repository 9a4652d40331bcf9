package io.genledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.StandardFindings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the README lists is what there is. */
class ReadmeTest {

    @ParameterizedTest
    @EnumSource
    void namesEachFindingAsItIs(StandardFindings finding) throws IOException {
        String row =
                "| `%s` | %s | %s |"
                        .formatted(
                                finding.code(),
                                finding.severity().name().toLowerCase(Locale.ROOT),
                                finding.sentence());

        assertThat(Files.readString(Path.of("..", "README.md"))).contains(row);
    }
}
