package io.genledger.adapter.json.activity;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a spreadsheet does to the cells of a file that is opened and saved with it. */
enum SpreadsheetSpelling {
    TOO_NARROW("#+", "signs that a spreadsheet shows in a narrow column"),
    DECIMAL_COMMA("[+-]?[0-9]+,[0-9]+", "a decimal comma"),
    EXPONENT("[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+", "an exponent, which drops digits"),
    DATE("[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}.*", "a date of another form"),
    CAPITALS("[A-Z]{4,6}", "a word in capital letters");

    private final Pattern cells;
    private final String noun;

    SpreadsheetSpelling(String cells, String noun) {
        this.cells = Pattern.compile(cells);
        this.noun = noun;
    }

    /** The end of the refusal of {@code cell}; empty if no spreadsheet seems to have changed it. */
    static String hint(String cell) {
        return of(cell).map(found ->
                        ": "
                                + found.noun
                                + ", as a spreadsheet saves it; import the file as OpenRouter"
                                + " exported it")
                .orElse("");
    }

    /** Whether {@code cell} is a number with an exponent. */
    static boolean hasExponent(String cell) {
        // Cells of figures rarely have a letter, and an expression is slow.
        return (cell.indexOf('E') > 0 || cell.indexOf('e') > 0)
                && EXPONENT.cells.matcher(cell).matches();
    }

    /** The spelling of {@code cell}; empty if no spreadsheet seems to have changed it. */
    private static Optional<SpreadsheetSpelling> of(String cell) {
        for (SpreadsheetSpelling spelling : values()) {
            if (spelling.cells.matcher(cell).matches()) {
                return Optional.of(spelling);
            }
        }
        return Optional.empty();
    }
}
