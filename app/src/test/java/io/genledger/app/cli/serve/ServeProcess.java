package io.genledger.app.cli.serve;

import io.genledger.app.TestProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of {@code serve} on a free port. Its log is read all the time, so that it never waits.
 */
final class ServeProcess implements AutoCloseable {

    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+)\"");
    private static final long LONGEST_SECONDS = 60;

    private final Process process;
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> url = new CompletableFuture<>();
    private final Thread reader;

    ServeProcess(Path folder, String logLevel) throws IOException {
        this(folder, Map.of("GENLEDGER_LOG", logLevel));
    }

    /** With variables in its environment and further arguments. */
    ServeProcess(Path folder, Map<String, String> variables, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(TestProgram.command());
        command.addAll(List.of("--db", folder.resolve("ledger.db").toString()));
        command.addAll(List.of("serve", "--listen", "127.0.0.1:0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("none").toString());
        process = builder.start();
        reader = Thread.startVirtualThread(this::read);
    }

    private void read() {
        try (BufferedReader lines = process.errorReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    log.add(line);
                    log.notifyAll();
                }
                Matcher found = URL.matcher(line);
                if (found.find()) {
                    url.complete(URI.create(found.group(1).replace("\\/", "/")));
                }
            }
            url.completeExceptionally(new IOException("it did not start: " + log));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The status of the answer to a GET with one header. */
    int status(String path, String header, String value) throws Exception {
        URI target = url.get(LONGEST_SECONDS, TimeUnit.SECONDS).resolve(path);
        HttpRequest request = HttpRequest.newBuilder(target).header(header, value).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    /** The body of the answer to a GET. */
    String body(String path) throws Exception {
        URI target = url.get(LONGEST_SECONDS, TimeUnit.SECONDS).resolve(path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(target).build(), BodyHandlers.ofString())
                .body();
    }

    /** The first line of the log that contains {@code text}. */
    String awaitLine(String text) throws Exception {
        url.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        synchronized (log) {
            while (log.stream().noneMatch(line -> line.contains(text))) {
                log.wait(TimeUnit.SECONDS.toMillis(LONGEST_SECONDS));
            }
        }
        return log.stream().filter(line -> line.contains(text)).findFirst().orElseThrow();
    }

    /** Sends SIGTERM, and waits for the end. */
    int terminate() throws InterruptedException {
        // Process.destroy would close the log as well.
        process.toHandle().destroy();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it did not end: " + log);
        }
        reader.join();
        return process.exitValue();
    }

    /** The lines on standard error. */
    List<String> log() {
        return log;
    }

    /** Kills it if it lives, and waits for its end: until then it may write into its folder. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
