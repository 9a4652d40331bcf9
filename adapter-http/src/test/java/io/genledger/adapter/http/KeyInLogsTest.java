package io.genledger.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.reply.Reply;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.domain.generation.GenerationId;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyInLogsTest {

    private static final String KEY = "sk-or-v1-0123456789abcdef";

    /** Referenced here, because the garbage collector would drop the loggers with their levels. */
    private final List<Logger> loggers =
            List.of(Logger.getLogger("io.micronaut"), Logger.getLogger("io.netty"));

    private final Recorder recorder = new Recorder();

    @BeforeEach
    void addRecorder() {
        for (Logger logger : loggers) {
            logger.setLevel(Level.ALL);
            logger.setUseParentHandlers(false);
            logger.addHandler(recorder);
        }
    }

    @AfterEach
    void removeRecorder() {
        for (Logger logger : loggers) {
            logger.setLevel(null);
            logger.setUseParentHandlers(true);
            logger.removeHandler(recorder);
        }
    }

    @Test
    void theFinestLogOmitsTheKey() {
        Reply document = Reply.document("{}".getBytes(UTF_8));
        try (OpenRouterSimulator simulator =
                        OpenRouterSimulator.start(Behaviours.always(document));
                HttpGenerationSource source =
                        new HttpGenerationSource(
                                new ApiKey(KEY),
                                HttpSourceSettings.DEFAULT.withBase(simulator.baseUri()),
                                InstantSource.system())) {
            source.fetch(new GenerationId("gen-1"));
        }

        assertThat(recorder.lines)
                .anyMatch(line -> line.contains("generation?id=gen-1"))
                .noneMatch(line -> line.contains(KEY));
    }

    private static final class Recorder extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        Recorder() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
