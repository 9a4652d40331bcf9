package io.genledger.adapter.http.simulator;

/** OpenRouter's error body, in the compact form it was recorded in. */
final class ErrorBody {

    private ErrorBody() {}

    static String of(int status, String message) {
        return "{\"error\":{\"message\":\"" + escaped(message) + "\",\"code\":" + status + "}}";
    }

    /** Ids come from whoever asks: a quote in one must not end the text. */
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
