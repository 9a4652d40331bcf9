package io.genledger.adapter.http;

import static io.genledger.adapter.http.wire.Responses.document;
import static io.genledger.adapter.http.wire.Responses.interim;
import static io.genledger.adapter.http.wire.Responses.notFound;
import static io.genledger.adapter.http.wire.Responses.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.http.wire.RawServer;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.SourceUnavailableException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Informational responses (1xx) before the final one, which the client reads on to. */
class InterimResponsesTest {

    private static final String LINK = "Link: </style.css>; rel=preload\r\nX-Wait: 1\r\n";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 102, 103, 104, 110, 199})
    void theFinalResponseFollows(int status) {
        everyRecordIsRead(id -> List.of(interim(status, "") + record(id)));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 102, 103, 199})
    void theirHeadersAreNotThoseOfTheFinalResponse(int status) {
        String headers = LINK + "Content-Type: text/html\r\nContent-Encoding: gzip\r\n";

        everyRecordIsRead(id -> List.of(interim(status, headers) + record(id)));
    }

    @Test
    void severalMayPrecedeTheFinalResponse() {
        String several = interim(100, "") + interim(102, LINK) + interim(103, LINK);

        everyRecordIsRead(id -> List.of(several + several + record(id)));
    }

    @Test
    void eachMayArriveInPiecesOfItsOwn() {
        everyRecordIsRead(id ->
                List.of("HTTP/1.1 10", "3 Early Hints\r\nLink", ": x\r\n\r", "\n", record(id)));
    }

    @Test
    void aNotFoundAfterThemIsOfTheRequestedId() {
        HttpGenerationSource source =
                asking(id -> List.of(interim(103, LINK), interim(102, "") + notFound(id)));

        for (int i = 0; i < 20; i++) {
            GenerationId id = new GenerationId("gen-" + i);
            assertThat(source.fetch(id))
                    .isEqualTo(new FetchOutcome.NotFound(id, "Generation " + id + " not found"));
        }
    }

    @Test
    void aLateOneIsNotTheResponseToTheNextRequest() {
        everyRecordIsRead(id -> List.of(record(id) + interim(103, LINK)));
    }

    @Test
    void anotherProtocolIsRefusedAndItsConnectionClosed() {
        RawServer server =
                started((connection, number) -> {
                    String id = connection.request();
                    String upgrade = interim(101, "Connection: upgrade\r\nUpgrade: h2c\r\n");
                    connection.send(number == 1 ? upgrade + record(id) : record(id));
                    assertThat(connection.isClosedByClient()).isTrue();
                });
        HttpGenerationSource source = source(server);

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.fetch(new GenerationId("gen-1")))
                .withMessageContaining("no valid HTTP response: 101 was not requested");
        assertThat(bodyOf(source, "gen-1")).isEqualTo(document("gen-1"));
        assertThat(server.connections()).isEqualTo(2);
    }

    /** The parts of a response, each sent on its own. */
    private interface Parts {
        List<String> to(String id);
    }

    private void everyRecordIsRead(Parts parts) {
        HttpGenerationSource source = asking(parts);
        for (int i = 0; i < 20; i++) {
            assertThat(bodyOf(source, "gen-" + i)).isEqualTo(document("gen-" + i));
        }
    }

    private HttpGenerationSource asking(Parts parts) {
        return source(
                started((connection, number) -> {
                    while (true) {
                        for (String part : parts.to(connection.request())) {
                            connection.send(part);
                        }
                    }
                }));
    }

    private static String bodyOf(HttpGenerationSource source, String id) {
        return source.fetch(new GenerationId(id))
                .fold(
                        found -> new String(found.document().bytes(), UTF_8),
                        Object::toString,
                        Object::toString);
    }

    private RawServer started(RawServer.Script script) {
        RawServer server = RawServer.start(script);
        opened.add(server);
        return server;
    }

    private HttpGenerationSource source(RawServer server) {
        HttpGenerationSource source =
                new HttpGenerationSource(
                        new ApiKey("sk-or-v1-0123456789abcdef"),
                        HttpSourceSettings.DEFAULT.withBase(server.baseUri()).withMaxConnections(1),
                        InstantSource.system());
        opened.add(source);
        return source;
    }
}
