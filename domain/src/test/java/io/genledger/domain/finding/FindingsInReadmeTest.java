package io.genledger.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table of findings in README.md is that of the code. */
class FindingsInReadmeTest {

    @Test
    void listsEachStandardFindingAndNoOther() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md")))
                .filteredOn(line -> line.matches("\\| `[a-z-]+` \\| (info|warning|error) \\| .*"))
                .containsExactlyElementsOf(
                        Arrays.stream(StandardFindings.values())
                                .map(FindingsInReadmeTest::row)
                                .toList());
    }

    private static String row(StandardFindings finding) {
        return "| `%s` | %s | %s |"
                .formatted(
                        finding.code(),
                        finding.severity().name().toLowerCase(Locale.ROOT),
                        finding.sentence());
    }
}
