package io.genledger.app.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayCellsTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "model, 5",
        "模型, 4",
        "ｆｕｌｌ, 8",
        "e\u0301, 1",
        "\ud83d\ude80, 2",
        "≥1, 2",
        "…, 1"
    })
    void countsTheCellsOfATerminal(String text, int cells) {
        assertThat(DisplayCells.of(text)).isEqualTo(cells);
        assertThat(DisplayCells.of(DisplayCells.padded(text, 10, true))).isEqualTo(10);
        assertThat(DisplayCells.padded(text, 10, false)).endsWith(text);
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic/claude, 16, anthropic/claude",
        "anthropic/claude, 11, anthr…laude",
        "anthropic/claude, 8, anth…ude",
        "模型模型模型, 7, 模…模型",
        "\ud83d\ude80\ud83d\ude80\ud83d\ude80, 5, \ud83d\ude80…\ud83d\ude80"
    })
    void cutsInTheMiddle(String text, int most, String cut) {
        assertThat(DisplayCells.shortened(text, most)).isEqualTo(cut);
        assertThat(DisplayCells.of(cut)).isLessThanOrEqualTo(most);
    }
}
