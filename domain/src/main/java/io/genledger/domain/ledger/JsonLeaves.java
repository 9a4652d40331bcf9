package io.genledger.domain.ledger;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes a JSON value apart into its leaves. Spaces, the order of names and the spelling of a value
 * do not matter; {@code null}, an empty object and an empty list have no leaf, because they state
 * nothing.
 */
final class JsonLeaves {

    /** Deeper values count as malformed, so that a hostile document cannot overflow the stack. */
    private static final int DEEPEST = 100;

    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private final String json;
    private final List<JsonLeaf> leaves = new ArrayList<>();
    private int at;

    private JsonLeaves(String json) {
        this.json = json;
    }

    /** Adds the leaves of {@code json}, which stands at {@code path}. */
    static void add(List<JsonLeaf> leaves, String path, String json) {
        JsonLeaves parts = new JsonLeaves(json);
        try {
            parts.value(path, 0);
            parts.skipSpace();
            expect(parts.at == json.length());
            leaves.addAll(parts.leaves);
        } catch (IllegalArgumentException malformed) {
            leaves.add(JsonLeaf.ofMalformed(path, json));
        }
    }

    private void value(String path, int depth) {
        expect(depth <= DEEPEST);
        skipSpace();
        if (accept('{')) {
            members(path, depth);
        } else if (accept('[')) {
            elements(path, depth);
        } else if (accept('"')) {
            leaves.add(JsonLeaf.ofText(path, text()));
        } else {
            literal(path);
        }
    }

    private void members(String path, int depth) {
        skipSpace();
        if (accept('}')) {
            return;
        }
        do {
            skipSpace();
            expect(accept('"'));
            String name = text();
            skipSpace();
            expect(accept(':'));
            value(path + "." + name, depth + 1);
            skipSpace();
        } while (accept(','));
        expect(accept('}'));
    }

    private void elements(String path, int depth) {
        skipSpace();
        if (accept(']')) {
            return;
        }
        int index = 0;
        do {
            value(path + "[" + index + "]", depth + 1);
            index++;
            skipSpace();
        } while (accept(','));
        expect(accept(']'));
    }

    private void literal(String path) {
        int start = at;
        while (at < json.length() && isPartOfLiteral(json.charAt(at))) {
            at++;
        }
        String literal = json.substring(start, at);
        if (literal.equals("true") || literal.equals("false")) {
            leaves.add(JsonLeaf.ofCanonical(path, literal));
        } else if (!literal.equals("null")) {
            expect(JsonLeaf.isShortAndWhole(literal) || NUMBER.matcher(literal).matches());
            leaves.add(JsonLeaf.ofNumber(path, literal));
        }
    }

    /** The text whose opening quotation mark was accepted. */
    private String text() {
        int end = at;
        while (end < json.length() && json.charAt(end) != '"' && json.charAt(end) != '\\') {
            end++;
        }
        StringBuilder text = new StringBuilder(json.substring(at, end));
        at = end;
        while (!accept('"')) {
            char c = next();
            text.append(c == '\\' ? escaped(next()) : c);
        }
        return text.toString();
    }

    private char escaped(char c) {
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw new IllegalArgumentException("no escape: " + c);
        };
    }

    private char hexadecimal() {
        expect(at + 4 <= json.length());
        at += 4;
        return (char) HexFormat.fromHexDigits(json, at - 4, at);
    }

    private static boolean isPartOfLiteral(char c) {
        return (c >= '0' && c <= '9')
                || (c >= 'a' && c <= 'z')
                || c == 'E'
                || c == '-'
                || c == '+'
                || c == '.';
    }

    private void skipSpace() {
        while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean accept(char c) {
        boolean found = at < json.length() && json.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private char next() {
        expect(at < json.length());
        return json.charAt(at++);
    }

    private static void expect(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException("malformed JSON");
        }
    }
}
