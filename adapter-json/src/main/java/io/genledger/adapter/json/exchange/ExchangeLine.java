package io.genledger.adapter.json.exchange;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a saved HTTP exchange.
 *
 * @param value the value of a header; empty for other lines
 */
record ExchangeLine(Kind kind, String value) {

    enum Kind {
        /** The status line of a response. */
        RESPONSE,
        /** The first line of a request. */
        REQUEST,
        /** The header with the id of the generation. */
        ID,
        CONTENT_TYPE,
        /** The header of a body that was sent in chunks. */
        CHUNKED,
        /** The header of a body that was sent compressed. */
        COMPRESSED,
        OTHER_HEADER,
        /** Blank, or what curl writes between the headers. */
        NOTHING,
        TEXT
    }

    private static final Pattern STATUS = Pattern.compile("HTTP/[0-9.]+ [0-9]{3}\\b.*");
    private static final Pattern REQUEST = Pattern.compile("[A-Z]+ \\S+ HTTP/[0-9.]+");
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]+):\\s*(.*)");

    private static final Pattern OF_CURL =
            Pattern.compile(
                    "[*>](?: .*)?|[{}] \\[[0-9]+ bytes data]|% Total .*|Dload .*|[0-9]+ .*--:--.*");

    /** Reads a line, with or without the mark that {@code curl -v} puts before a response's. */
    static ExchangeLine of(String text) {
        String line = text.equals("<") || text.startsWith("< ") ? text.substring(1).strip() : text;
        if (STATUS.matcher(line).matches()) {
            return new ExchangeLine(Kind.RESPONSE, "");
        }
        if (REQUEST.matcher(line).matches()) {
            return new ExchangeLine(Kind.REQUEST, "");
        }
        Matcher header = HEADER.matcher(line);
        if (header.matches()) {
            String value = header.group(2).strip();
            return new ExchangeLine(kindOf(header.group(1), value), value);
        }
        boolean isNothing = line.isEmpty() || OF_CURL.matcher(line).matches();
        return new ExchangeLine(isNothing ? Kind.NOTHING : Kind.TEXT, "");
    }

    private static Kind kindOf(String header, String value) {
        return switch (header.toLowerCase(Locale.ROOT)) {
            case "x-generation-id" -> Kind.ID;
            case "content-type" -> Kind.CONTENT_TYPE;
            case "transfer-encoding" -> value.isBlank() ? Kind.OTHER_HEADER : Kind.CHUNKED;
            case "content-encoding" -> value.isBlank() ? Kind.OTHER_HEADER : Kind.COMPRESSED;
            default -> Kind.OTHER_HEADER;
        };
    }
}
