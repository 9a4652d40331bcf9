package io.genledger.adapter.http.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The bytes of responses, one character for each byte. */
public final class Responses {

    private Responses() {}

    /** The document of a record with this id. */
    public static String document(String id) {
        return "{\"data\":{\"id\":\"" + id + "\",\"usage\":0.25}}";
    }

    /** 200 with the record of this id. */
    public static String record(String id) {
        return json("200 OK", document(id), "");
    }

    /** 404 that names this id. */
    public static String notFound(String id) {
        return error("404 Not Found", "Generation " + id + " not found");
    }

    /** An error of OpenRouter's with this message. */
    public static String error(String status, String message) {
        return json(status, "{\"error\":{\"message\":\"" + message + "\",\"code\":1}}", "");
    }

    /**
     * A response with a JSON body.
     *
     * @param headers further header lines, each with its line break
     */
    public static String json(String status, String body, String headers) {
        return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n%s"
                .formatted(status, body.getBytes(ISO_8859_1).length, headers, body);
    }

    /**
     * An informational response.
     *
     * @param headers header lines, each with its line break
     */
    public static String interim(int status, String headers) {
        return "HTTP/1.1 " + status + " Wait\r\n" + headers + "\r\n";
    }
}
