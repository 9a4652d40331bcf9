package io.genledger.adapter.json;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDocument;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Recorded documents per second; one operation is one document, one invocation all of them. Only
 * the ratios to {@link #scan} of the same run mean something. {@link DocumentsRatio} prints them
 * also where other programs use the machine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(3)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
public class DocumentsBenchmark {

    static final int RECORDS = 25;

    private final JacksonMetadataDecoder decoder = new JacksonMetadataDecoder();
    private final List<MetadataDocument> documents =
            RecordedDocuments.records().stream().map(RecordedDocuments.Recorded::document).toList();
    private final List<Generation> generations = documents.stream().map(decoder::decode).toList();

    /** Jackson's tokens alone, under the same limits. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void scan(Blackhole blackhole) {
        scan(blackhole::consume);
    }

    /** From bytes to a generation. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void decode(Blackhole blackhole) {
        decode(blackhole::consume);
    }

    /** From bytes to what the rules say. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void decodeAndAssess(Blackhole blackhole) {
        decodeAndAssess(blackhole::consume);
    }

    /** From a generation to what the rules say. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void assess(Blackhole blackhole) {
        generations.forEach(generation -> blackhole.consume(Assessment.of(generation)));
    }

    void scan(Consumer<Object> sink) {
        for (MetadataDocument document : documents) {
            sink.accept(
                    new DocumentInput(document)
                            .read(parser -> {
                                int tokens = 0;
                                while (parser.nextToken() != null) {
                                    tokens++;
                                }
                                return tokens;
                            }));
        }
    }

    void decode(Consumer<Object> sink) {
        for (MetadataDocument document : documents) {
            sink.accept(decoder.decode(document));
        }
    }

    void decodeAndAssess(Consumer<Object> sink) {
        for (MetadataDocument document : documents) {
            sink.accept(Assessment.of(decoder.decode(document)));
        }
    }
}
