package io.genledger.app.cli.simulate;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.ingest.InputFile;
import io.genledger.app.container.FileAdvice;
import io.genledger.app.option.UsageException;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Documents in a file, or in the JSON files of a folder, by their id. */
final class DocumentFolder {

    private static final Pattern JSON_FILE = Pattern.compile(".*\\.(json|ndjson|jsonl)");
    private static final Pattern WRAPPED =
            Pattern.compile("\\{\\s*\"data\"\\s*:.*", Pattern.DOTALL);

    private final DocumentReader reader = Application.documentReader();
    private final Map<GenerationId, byte[]> documents = new LinkedHashMap<>();
    private final Consumer<String> complaints;

    DocumentFolder(Consumer<String> complaints) {
        this.complaints = complaints;
    }

    Map<GenerationId, byte[]> read(Path path, Console console) throws IOException {
        for (Path file : filesIn(path)) {
            InputFile input = InputFile.named(file.toString(), console);
            try (InputStream stream = input.open()) {
                reader.read(stream, () -> Instant.EPOCH, new FileDocuments(input.name()));
            }
        }
        if (documents.isEmpty()) {
            throw new UsageException(
                    path
                            + ": no metadata document with an id in it"
                            + FileAdvice.of(path.toString())
                                    .map(advice -> "; " + advice)
                                    .orElse(""));
        }
        return documents;
    }

    private static List<Path> filesIn(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> JSON_FILE.matcher(file.toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** The document as OpenRouter serves it, in an object with the field data. */
    private static byte[] wrapped(byte[] document) {
        String text = new String(document, StandardCharsets.UTF_8);
        return WRAPPED.matcher(text).matches()
                ? document
                : ("{\"data\":" + text + "}").getBytes(StandardCharsets.UTF_8);
    }

    /** Adds the records of one file, and reports what cannot be served. */
    private final class FileDocuments implements Contents {

        private final String file;

        FileDocuments(String file) {
            this.file = file;
        }

        @Override
        public void generation(
                long line, InputKind kind, MetadataDocument document, Generation generation) {
            if (kind == InputKind.RECORD) {
                documents.put(generation.id(), wrapped(document.bytes()));
            } else {
                complain(line, "expected a record, found a document of kind " + kind.word());
            }
        }

        @Override
        public void toCollect(long line, InputKind kind, GenerationId id) {
            complain(line, "expected a record, found the id of one: " + id);
        }

        @Override
        public void skipped(long line, InputKind kind) {
            complain(line, "expected a record, found a document of kind " + kind.word());
        }

        @Override
        public void note(long line, String sentence) {
            complain(line, sentence);
        }

        @Override
        public void foreign(long line, ForeignKind kind) {
            complain(line, "expected a record, found " + kind.noun());
        }

        @Override
        public void rejected(long line, Optional<String> field, String reason) {
            complain(line, field.map(name -> "field " + name + ": ").orElse("") + reason);
        }

        @Override
        public void rejectedBytes(byte[] bytes) {
            // They need not be kept: the file still has them.
        }

        private void complain(long line, String problem) {
            complaints.accept(file + ":" + line + ": not served: " + problem);
        }
    }
}
