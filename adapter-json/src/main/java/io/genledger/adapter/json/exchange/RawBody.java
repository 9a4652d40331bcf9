package io.genledger.adapter.json.exchange;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the body of a response was saved as it was sent, in chunks or compressed. The headers do
 * not tell: most programs save them with the decoded body.
 */
final class RawBody {

    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]{1,8}(?:;.*)?");

    /** What decoding as UTF-8 makes of other bytes. */
    private static final char REPLACEMENT = '\uFFFD';

    private boolean mayBeChunked;
    private boolean mayBeCompressed;
    private Optional<String> form = Optional.empty();
    private boolean isSaid;

    void beginChunked() {
        mayBeChunked = true;
    }

    void beginCompressed() {
        mayBeCompressed = true;
    }

    /**
     * Reads a line that is neither a header nor a document.
     *
     * @param isFirst whether it is the first one of the body
     */
    void read(String text, boolean isFirst) {
        if (!isFirst || form.isPresent()) {
            return;
        }
        if (mayBeChunked && CHUNK_SIZE.matcher(text).matches()) {
            form = Optional.of("in chunks");
        } else if (mayBeCompressed && text.indexOf(REPLACEMENT) >= 0) {
            form = Optional.of("compressed");
        }
    }

    /** {@code problem}, or once for the whole body that it is raw, and empty after that. */
    Optional<String> sentence(String problem) {
        if (form.isEmpty()) {
            return Optional.of(problem);
        }
        Optional<String> once =
                isSaid
                        ? Optional.empty()
                        : form.map(
                                ("expected a decoded body, found one %s, as it was sent: save"
                                                + " it decoded")
                                        ::formatted);
        isSaid = true;
        return once;
    }
}
