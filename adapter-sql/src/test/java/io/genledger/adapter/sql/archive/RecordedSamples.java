package io.genledger.adapter.sql.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The recorded documents of adapter-json's tests, each with the repository it was recorded in. */
final class RecordedSamples {

    private static final Path FOLDER =
            Path.of("../adapter-json/src/test/resources/io/genledger/adapter/json/recorded");
    private static final Pattern SOURCE = Pattern.compile("\"src\": \"([^/]+)/");
    private static final Pattern MODEL = Pattern.compile("\"model\": \"([^\"]+)\"");

    private RecordedSamples() {}

    enum Kind {
        RECORD,
        COMPLETION,
        USAGE
    }

    /**
     * One recorded document.
     *
     * @param source the owner of the repository that it was recorded in
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Sample(Kind kind, String source, byte[] bytes) {}

    /** The records, the completions and the lines of inline usage that Genledger can record. */
    static List<Sample> all() {
        Stream<Sample> files =
                lines("PROVENANCE.tsv")
                        .filter(row -> row.startsWith("generation/") || row.startsWith("chat/"))
                        .map(RecordedSamples::file);
        Stream<Sample> usages =
                lines("openrouter_chat_usage.ndjson")
                        .map(line -> new Sample(Kind.USAGE, first(SOURCE, line), bytes(line)));
        return Stream.concat(files, usages).toList();
    }

    /** Results of a benchmark, which name ids and costs in a form of their own. */
    static List<byte[]> benchmarkRows() {
        return lines("locodiff_generation_derived.ndjson").map(RecordedSamples::bytes).toList();
    }

    /** The models of the benchmark, sorted. */
    static List<String> models() {
        return lines("locodiff_generation_derived.ndjson")
                .map(line -> first(MODEL, line))
                .distinct()
                .sorted()
                .toList();
    }

    private static Sample file(String row) {
        String[] columns = row.split("\t", -1);
        Kind kind = columns[0].startsWith("chat/") ? Kind.COMPLETION : Kind.RECORD;
        String source = columns[1].split("[/@]", 2)[0];
        try {
            return new Sample(kind, source, Files.readAllBytes(FOLDER.resolve(columns[0])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readString(FOLDER.resolve(file)).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + line);
        }
        return matcher.group(1);
    }
}
