package io.genledger.app.bench.load;

import io.genledger.app.bench.Run;
import io.genledger.app.bench.load.GeneratedDocuments.Kind;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast documents are imported, all work included, as the ratio to a raw load of finished rows
 * in the same run, and how many bytes of disk a generation takes. Of another kind of documents, as
 * the ratio to as many records.
 *
 * <p>Properties: {@code bench.kind} ({@code record}, {@code chat} or {@code activity}), {@code
 * bench.documents} (default 100,000), {@code bench.rounds} (3, after one that is not counted),
 * {@code bench.folder} (the system's folder of temporary files).
 */
public final class ImportSpeed {

    private static final long SEED = 7;

    private ImportSpeed() {}

    /** Measures the systems named, {@code sqlite} or {@code postgres}; both if none is. */
    public static void main(String[] arguments) throws Exception {
        List<String> systems =
                arguments.length == 0 ? List.of("sqlite", "postgres") : List.of(arguments);
        int count = Integer.getInteger("bench.documents", 100_000);
        Path parent =
                Path.of(System.getProperty("bench.folder", System.getProperty("java.io.tmpdir")));
        Path folder = Files.createTempDirectory(parent, "genledger-load-");
        try {
            Path documents = folder.resolve("documents.ndjson");
            write(documents, Kind.RECORD, count);
            Kind kind =
                    Kind.valueOf(
                            System.getProperty("bench.kind", "record").toUpperCase(Locale.ROOT));
            Path others = folder.resolve("documents." + kind);
            if (kind != Kind.RECORD) {
                write(others, kind, count);
            }
            if (systems.contains("sqlite")) {
                measure(new LoadedFile(folder), documents, others, count);
            }
            if (systems.contains("postgres")) {
                measure(new LoadedServer(folder), documents, others, count);
            }
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : List.copyOf(files.toList())) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        System.exit(0);
    }

    private static void write(Path documents, Kind kind, int count) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(documents))) {
            file.write(GeneratedDocuments.header(kind).getBytes(StandardCharsets.UTF_8));
            GeneratedDocuments.of(kind, count, SEED)
                    .forEach(document -> {
                        try {
                            file.write(document);
                            file.write('\n');
                        } catch (IOException unwritable) {
                            throw new UncheckedIOException(unwritable);
                        }
                    });
        }
    }

    private static void measure(LoadedLedger ledger, Path documents, Path others, int count)
            throws Exception {
        try (ledger) {
            if (Files.exists(others)) {
                compare(ledger, documents, others, count);
                return;
            }
            List<Run> raws = new ArrayList<>();
            List<Run> imports = new ArrayList<>();
            for (int round = 0; round <= Integer.getInteger("bench.rounds", 3); round++) {
                Run imported = Run.of(count, () -> ledger.importAll(documents, count));
                if (round == 0) {
                    ledger.keepRows();
                }
                ledger.prepareRaw();
                Run raw = Run.of(count, ledger::loadRaw);
                if (round > 0) {
                    raws.add(raw);
                    imports.add(imported);
                }
            }
            print(ledger, "raw load of finished rows", Run.median(raws), Run.median(imports));
        }
    }

    /** Imports records and the other documents by turns. */
    private static void compare(LoadedLedger ledger, Path documents, Path others, int count)
            throws Exception {
        List<Run> records = new ArrayList<>();
        List<Run> imports = new ArrayList<>();
        for (int round = 0; round <= Integer.getInteger("bench.rounds", 3); round++) {
            Run ofRecords = Run.of(count, () -> ledger.importAll(documents, count));
            Run ofOthers = Run.of(count, () -> ledger.importAll(others, count));
            if (round > 0) {
                records.add(ofRecords);
                imports.add(ofOthers);
            }
        }
        print(ledger, "import of records", Run.median(records), Run.median(imports));
    }

    private static void print(LoadedLedger ledger, String other, Run raw, Run imported)
            throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%s, %,d documents, load %.1f%n"
                        + "  %-25s  %s%n"
                        + "  import                     %s%n"
                        + "  ratio %.3f, of processor times %.3f; %.0f bytes a generation%n",
                ledger,
                raw.requests(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                other,
                raw,
                imported,
                imported.perSecond() / raw.perSecond(),
                raw.microsEach() / imported.microsEach(),
                (double) ledger.bytes() / raw.requests());
    }
}
