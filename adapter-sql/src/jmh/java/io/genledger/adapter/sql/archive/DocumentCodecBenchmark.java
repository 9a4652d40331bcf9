package io.genledger.adapter.sql.archive;

import io.genledger.adapter.sql.archive.DocumentCodec.Packed;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Packs and unpacks one generated document of 1,260 bytes after another.
 *
 * <pre>
 * ./mvnw -Plong package exec:exec@bench -pl adapter-sql -am -Dbench.args="DocumentCodecBenchmark"
 * </pre>
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx256m", "--enable-native-access=ALL-UNNAMED"})
@State(Scope.Thread)
public class DocumentCodecBenchmark {

    private final List<byte[]> documents = GeneratedDocuments.of(10_000, 2).toList();
    private final List<Packed> bodies = documents.stream().map(DocumentCodec::pack).toList();
    private int next;

    private int next() {
        next = (next + 1) % documents.size();
        return next;
    }

    @Benchmark
    public Packed pack() {
        return DocumentCodec.pack(documents.get(next()));
    }

    @Benchmark
    public byte[] unpack() {
        Packed body = bodies.get(next());
        return DocumentCodec.unpack(body.codec(), body.bytes());
    }
}
