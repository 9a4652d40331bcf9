package io.genledger.adapter.json.har;

import io.genledger.adapter.json.value.BoundedBytes;
import io.genledger.domain.generation.GenerationIdScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/** What is read of one entry. Mutable; for use by one thread. */
final class Entry {

    /** The longest body that is read, in bytes of the archive. */
    static final int MAX_BODY = 64 << 20;

    /** The longest URL or header that is read, in bytes. */
    static final int MAX_TEXT = 8 << 10;

    private static final Pattern API =
            Pattern.compile(
                    "https?://([a-z0-9-]+\\.)*openrouter\\.ai(:[0-9]+)?/api/.*",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern READABLE =
            Pattern.compile("|.*(json|event-stream|text/plain|octet-stream).*");

    final long line;
    String url = "";
    String mimeType = "";
    String encoding = "";
    Optional<String> generationId = Optional.empty();
    BoundedBytes text = new BoundedBytes(MAX_BODY);

    Entry(long line) {
        this.line = line;
    }

    /** Whether the body may be JSON or a stream of events, as far as its type is known. */
    boolean isReadable() {
        return READABLE.matcher(mimeType.toLowerCase(Locale.ROOT)).matches();
    }

    /** Passes the entry on. */
    void passTo(Exchanges exchanges) throws IOException {
        boolean isOpenRouters = API.matcher(url).matches();
        if (text.isExceeded() && (isOpenRouters || generationId.isPresent())) {
            exchanges.rejected(
                    line,
                    "expected a body of at most "
                            + MAX_BODY
                            + " bytes, found a longer one: track the"
                            + " id of its generation");
        }
        Optional<byte[]> body = body();
        if (body.isEmpty() && isOpenRouters) {
            exchanges.rejected(line, "expected a body in base64, found other characters");
        }
        byte[] bytes = body.orElseGet(() -> new byte[0]);
        if (generationId.isPresent() || namesGeneration(bytes)) {
            exchanges.response(line, isOpenRouters, generationId, bytes);
        } else {
            exchanges.other(line);
        }
    }

    /** The body; empty if it is not the base64 that it should be. */
    private Optional<byte[]> body() {
        if (!isReadable()) {
            return Optional.of(new byte[0]);
        }
        byte[] bytes = text.toByteArray();
        if (!encoding.equals("base64")) {
            return Optional.of(bytes);
        }
        try {
            return Optional.of(Base64.getDecoder().decode(bytes));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean namesGeneration(byte[] body) throws IOException {
        if (body.length == 0) {
            return false;
        }
        AtomicBoolean isNamed = new AtomicBoolean();
        GenerationIdScanner.scan(
                new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8),
                id -> isNamed.set(true));
        return isNamed.get();
    }
}
