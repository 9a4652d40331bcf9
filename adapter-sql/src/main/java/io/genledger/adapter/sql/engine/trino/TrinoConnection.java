package io.genledger.adapter.sql.engine.trino;

import io.genledger.adapter.sql.engine.JooqOutput;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.report.UnknownGenerationException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/**
 * Asks a Trino server. Every call has a limit of its own: the driver goes on trying to reach a
 * server that is away for minutes.
 */
public final class TrinoConnection implements AutoCloseable {

    static {
        JooqOutput.silence();
    }

    /** The version whose refusal of conflicting commits was tested. */
    static final String VERSION = "476";

    private static final Duration PROBE = Duration.ofSeconds(8);

    /** A question, which may fail as JDBC does. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(DSLContext sql) throws SQLException;
    }

    /** A question whose answer are rows, which it passes on. */
    @FunctionalInterface
    public interface Reading<R> {
        void read(DSLContext sql, Consumer<R> rows) throws SQLException;
    }

    private final Driver driver;
    private final String url;
    private final Properties login;
    private final TrinoErrors errors;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerWatch watch =
            new ServerWatch(threads, () -> asked(PROBE, sql -> sql.execute("select 1")));
    private volatile boolean isKnown;

    /**
     * @param url of the driver, with catalog and schema
     * @param login the driver's parameters, user and password among them
     * @param name of the server in messages, without secrets
     */
    public TrinoConnection(Driver driver, String url, Properties login, String name) {
        this.driver = driver;
        this.url = url;
        this.login = login;
        this.errors = new TrinoErrors(name);
    }

    /**
     * Asks once, after it is known that the server answers and has the tested version.
     *
     * @param limit after it the statement is cancelled, as far as the server can be reached
     * @throws LakeUnavailableException if the server does not answer in time, or refuses
     */
    public <T> T ask(Duration limit, Question<T> question) {
        requireVersion();
        Future<T> answer = threads.submit(() -> asked(limit, question));
        return waiting(answer, () -> watch.await(longest -> result(answer, longest), limit), limit);
    }

    /**
     * Asks once, and passes the rows of the answer on as they are read.
     *
     * @param limit the longest time until the next row
     * @param rows is called on this thread
     * @throws LakeUnavailableException if the server does not answer in time, or refuses
     */
    public <R> void read(Duration limit, Reading<R> reading, Consumer<R> rows) {
        requireVersion();
        Handover<R> handover = new Handover<>();
        Future<Boolean> reader = threads.submit(() -> read(limit, reading, handover));
        var unused =
                waiting(
                        reader,
                        () -> {
                            for (Optional<R> row = watch.await(handover::next, limit);
                                    row.isPresent();
                                    row = watch.await(handover::next, limit)) {
                                rows.accept(row.get());
                            }
                            return watch.await(longest -> result(reader, longest), limit);
                        },
                        limit);
    }

    private <R> boolean read(Duration limit, Reading<R> reading, Handover<R> handover)
            throws SQLException {
        try {
            return asked(
                    limit,
                    sql -> {
                        reading.read(sql, handover::put);
                        return true;
                    });
        } finally {
            handover.end();
        }
    }

    /** Whether a commit was refused because another statement added rows of the same keys. */
    public static boolean isConflict(Throwable failure) {
        return TrinoErrors.isConflict(failure);
    }

    private void requireVersion() {
        if (!isKnown) {
            Future<String> answer = threads.submit(() -> asked(PROBE, TrinoConnection::version));
            String found = waiting(answer, () -> result(answer, PROBE), PROBE);
            if (!found.equals(VERSION)) {
                throw errors.otherVersion(found);
            }
            isKnown = true;
        }
    }

    private static String version(DSLContext sql) {
        return sql.fetchSingle(
                        "select node_version from system.runtime.nodes where coordinator limit 1")
                .get(0, String.class);
    }

    /** What this thread does until another one has asked. */
    @FunctionalInterface
    private interface Waiting<T> {
        T get() throws InterruptedException, TimeoutException, ExecutionException;
    }

    private <T> T waiting(Future<?> asking, Waiting<T> waiting, Duration limit) {
        try {
            return waiting.get();
        } catch (TimeoutException late) {
            throw errors.late(limit);
        } catch (ExecutionException away) {
            throw errors.translate(Objects.requireNonNull(away.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw errors.interrupted();
        } finally {
            asking.cancel(true);
        }
    }

    private <T> T result(Future<T> asking, Duration limit)
            throws InterruptedException, TimeoutException {
        try {
            return asking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownGenerationException unknown) {
                throw unknown;
            }
            throw errors.translate(Objects.requireNonNull(failure.getCause()));
        }
    }

    /** The server, too, stops a statement after {@code limit}: its caller may be gone. */
    private <T> T asked(Duration limit, Question<T> question) throws SQLException {
        try (Connection connection = driver.connect(url, login)) {
            return question.ask(DSL.using(connection, SQLDialect.TRINO, settings(limit)));
        }
    }

    private static Settings settings(Duration limit) {
        return new Settings()
                .withExecuteLogging(false)
                .withFetchWarnings(false)
                .withRenderCatalog(false)
                .withRenderSchema(false)
                .withQueryTimeout(Math.toIntExact(limit.toSeconds()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
