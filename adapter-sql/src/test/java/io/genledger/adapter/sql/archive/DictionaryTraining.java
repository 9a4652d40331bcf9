package io.genledger.adapter.sql.archive;

import com.github.luben.zstd.ZstdDictTrainer;
import io.genledger.adapter.sql.archive.RecordedSamples.Kind;
import io.genledger.adapter.sql.archive.RecordedSamples.Sample;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains a dictionary from recorded documents and from generated ones, whose values are random: it
 * learns names and enumerations rather than ids.
 */
final class DictionaryTraining {

    private static final int DICTIONARY_BYTES = 64 << 10;
    private static final int GENERATED = 2_000;
    private static final long SEED = 1;
    private static final int ROWS = 200;

    /** Records and completions are few but the most varied. */
    private static final int WEIGHT = 4;

    /** Longer completions are vectors and texts, which no other document repeats. */
    private static final int MAX_SAMPLE_BYTES = 8 << 10;

    /** Follows the magic number in a dictionary (RFC 8878, section 5). */
    private static final int ID_OFFSET = 4;

    private DictionaryTraining() {}

    /**
     * @param id takes one byte of each body if it is less than 256
     */
    static byte[] train(int id, List<Sample> recorded) {
        List<byte[]> samples = samples(recorded);
        ZstdDictTrainer trainer =
                new ZstdDictTrainer(
                        samples.stream().mapToInt(sample -> sample.length).sum(),
                        DICTIONARY_BYTES,
                        ZstdCompressor.LEVEL);
        samples.forEach(trainer::addSample);
        byte[] dictionary = trainer.trainSamples();
        ByteBuffer.wrap(dictionary).order(ByteOrder.LITTLE_ENDIAN).putInt(ID_OFFSET, id);
        return dictionary;
    }

    private static List<byte[]> samples(List<Sample> recorded) {
        List<byte[]> samples = new ArrayList<>();
        for (Sample sample : recorded) {
            if (sample.kind() != Kind.USAGE && sample.bytes().length <= MAX_SAMPLE_BYTES) {
                for (int i = 0; i < WEIGHT; i++) {
                    samples.add(sample.bytes());
                }
            }
        }
        samples.addAll(
                evenly(
                        recorded.stream()
                                .filter(sample -> sample.kind() == Kind.USAGE)
                                .map(Sample::bytes)
                                .toList()));
        samples.addAll(evenly(RecordedSamples.benchmarkRows()));
        GeneratedDocuments.of(GENERATED, SEED).forEach(samples::add);
        return samples;
    }

    private static List<byte[]> evenly(List<byte[]> rows) {
        int chosen = Math.min(ROWS, rows.size());
        List<byte[]> samples = new ArrayList<>();
        for (int i = 0; i < chosen; i++) {
            samples.add(rows.get((int) ((long) i * rows.size() / chosen)));
        }
        return samples;
    }
}
