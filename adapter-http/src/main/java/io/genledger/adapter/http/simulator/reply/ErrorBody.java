package io.genledger.adapter.http.simulator.reply;

import io.netty.handler.codec.http.HttpResponseStatus;

/** OpenRouter's error body (OPENROUTER.md §1.1), without white space as in the recordings. */
final class ErrorBody {

    private ErrorBody() {}

    static String of(int status, String message) {
        return "{\"error\":{\"message\":\"" + escaped(message) + "\",\"code\":" + status + "}}";
    }

    static String usualMessage(int status) {
        return switch (status) {
            case 401 -> "User not found.";
            case 402 -> "Insufficient credits";
            case 403 -> "This key may not read generations";
            case 429 -> "Rate limit exceeded";
            case 524 -> "Provider timed out";
            case 529 -> "Provider overloaded";
            default -> HttpResponseStatus.valueOf(status).reasonPhrase();
        };
    }

    /** A message can quote an id from a request, which may contain any character. */
    private static String escaped(String text) {
        StringBuilder json = new StringBuilder(text.length());
        text.chars()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        json.append('\\').append((char) c);
                    } else if (c < ' ') {
                        json.append("\\u%04x".formatted(c));
                    } else {
                        json.append((char) c);
                    }
                });
        return json.toString();
    }
}
