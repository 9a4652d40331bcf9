package io.genledger.adapter.json;

import io.genledger.domain.finding.Assessment;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.MetadataDocument;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents per second, one operation a recorded document; an invocation runs through all of them.
 * Each of ours stands beside what Jackson does at least for the same bytes: {@link #scan} beside
 * decoding, {@link #writeTree} beside encoding. Only their ratios, from one run, mean something.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(5)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class DocumentsBenchmark {

    private static final int RECORDS = 25;

    private final JacksonMetadataDecoder decoder = new JacksonMetadataDecoder();
    private final JacksonMetadataEncoder encoder = new JacksonMetadataEncoder(Spelling.WIRE);
    private final List<MetadataDocument> documents =
            RecordedDocuments.records().stream().map(RecordedDocuments.Recorded::document).toList();
    private final List<Generation> generations = documents.stream().map(decoder::decode).toList();
    private final JsonMapper trees =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private final List<JsonNode> nodes =
            generations.stream().map(encoder::encode).map(trees::readTree).toList();

    /** Jackson's tokens alone, under the same limits. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void scan(Blackhole blackhole) {
        for (MetadataDocument document : documents) {
            try (JsonParser parser = DocumentInput.MAPPER.createParser(document.bytes())) {
                for (JsonToken token = parser.nextToken();
                        token != null;
                        token = parser.nextToken()) {
                    blackhole.consume(token);
                }
            }
        }
    }

    /** From bytes to a generation. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void decode(Blackhole blackhole) {
        for (MetadataDocument document : documents) {
            blackhole.consume(decoder.decode(document));
        }
    }

    /** From bytes to what the rules say. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void decodeAndAssess(Blackhole blackhole) {
        for (MetadataDocument document : documents) {
            blackhole.consume(Assessment.of(decoder.decode(document)));
        }
    }

    /** From a generation to what the rules say. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void assess(Blackhole blackhole) {
        for (Generation generation : generations) {
            blackhole.consume(Assessment.of(generation));
        }
    }

    /** From a generation to bytes. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void encode(Blackhole blackhole) {
        for (Generation generation : generations) {
            blackhole.consume(encoder.encode(generation));
        }
    }

    /** Jackson writing what {@link #encode} writes from a tree of nodes. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void writeTree(Blackhole blackhole) {
        for (JsonNode node : nodes) {
            blackhole.consume(trees.writeValueAsBytes(node));
        }
    }
}
