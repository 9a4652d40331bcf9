package io.genledger.app.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

class FilterOptionsTest {

    @Command(name = "list")
    private static final class Listing {
        @Mixin private final SelectionOptions selection = new SelectionOptions();
    }

    private static List<GenerationFilter> parse(String... arguments) {
        Listing listing = new Listing();
        new CommandLine(listing).parseArgs(arguments);
        return listing.selection.filters();
    }

    static List<Dimension> texts() {
        return Dimension.ofLedger().stream().filter(one -> !one.isTime()).toList();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void eachDimensionThatIsNoTimeHasAFilter(Dimension dimension) {
        assertThat(parse("--" + dimension.label(), "*"))
                .containsExactly(DimensionFilter.of(dimension, "*"));
    }

    @Test
    void aRepeatedOptionAddsAPatternAndOptionsKeepTheOrderOfTheDimensions() {
        assertThat(parse("--app", "!staging", "--model=a/*", "--app", "prod", "--user", ""))
                .containsExactly(
                        DimensionFilter.of(Dimension.MODEL, "a/*"),
                        DimensionFilter.of(Dimension.APP, "!staging", "prod"),
                        DimensionFilter.of(Dimension.USER, ""));
    }

    @Test
    void findingsAreSelectedByTheirCodesAfterTheDimensions() {
        assertThat(parse("--finding", "spend-*", "--model", "a", "--finding", "!replay-charged"))
                .containsExactly(
                        DimensionFilter.of(Dimension.MODEL, "a"),
                        GenerationFilter.OfFindings.of("spend-*", "!replay-charged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spend-unkown", "byok-fee-above-plan", "byok-*"})
    void aCodeThatNoEntryCanHaveIsRefused(String code) {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> parse("--finding", code))
                .withMessageContaining("'" + code + "': expected ")
                .withMessageContaining("spend-unknown, ");
    }

    @Test
    void noneSelectsEverything() {
        assertThat(parse()).isEmpty();
    }

    @Test
    void aSecondParseForgetsTheFirst() {
        Listing listing = new Listing();
        CommandLine line = new CommandLine(listing);
        line.parseArgs("--model", "a");
        line.parseArgs("--model", "b");

        assertThat(listing.selection.filters())
                .containsExactly(DimensionFilter.of(Dimension.MODEL, "b"));
    }

    @Test
    void theHelpHasThemInAGroupOfTheirOwn() {
        String help = new CommandLine(new Listing()).getUsageMessage();

        assertThat(help).contains("Filters, each repeatable", "Select by the API type.");
    }
}
