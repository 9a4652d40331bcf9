package io.genledger.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.export.column.NamedColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * README documents the columns as the code names them. After a change on purpose, run this test
 * with {@code -Dgolden.write=true}.
 */
class ReadmeColumnsTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- columns of exports: begin, made from the code -->\n";
    private static final String END = "<!-- columns of exports: end -->\n";

    @Test
    void readmeHasTheColumnsOfEachFormat() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END);
        if (Boolean.getBoolean("golden.write")) {
            readme = readme.substring(0, from) + columns() + readme.substring(to);
            Files.writeString(README, readme);
            to = readme.indexOf(END);
        }

        assertThat(readme.substring(from, to)).isEqualTo(columns());
    }

    private static String columns() {
        StringBuilder text = new StringBuilder();
        for (ExportFormat format : ExportFormat.values()) {
            text.append("\n### Columns of ").append(format.label());
            text.append(
                    "\n\n| column | unit or form | may be empty | source |\n|---|---|---|---|\n");
            for (NamedColumn column : format.columns()) {
                text.append(
                        "| %s | %s | %s | %s |\n"
                                .formatted(
                                        column.name(),
                                        column.unit(),
                                        column.isNullable() ? "unknown" : "",
                                        column.source()));
            }
        }
        return text.append('\n').toString();
    }
}
