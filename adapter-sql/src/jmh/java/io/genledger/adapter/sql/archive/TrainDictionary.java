package io.genledger.adapter.sql.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Trains the dictionary of codec 1 and writes it to a file; equal bytes for equal documents and an
 * equal version of zstd. The shipped one is never replaced, because ledgers need it for ever:
 * retraining is for a new codec.
 *
 * <pre>
 * ./mvnw -Plong package -pl adapter-sql -am
 * cd adapter-sql
 * java --enable-native-access=ALL-UNNAMED -cp target/test-classes:target/classes:$(find ~/.m2 -name zstd-jni-1.5.7-17.jar) \
 *     io.genledger.adapter.sql.archive.TrainDictionary 1 target/zstd-1.dictionary
 * </pre>
 */
final class TrainDictionary {

    private TrainDictionary() {}

    /**
     * Trains and writes the dictionary.
     *
     * @param arguments the dictionary's id, which is the number of its codec, and the file
     */
    public static void main(String[] arguments) throws IOException {
        int id = Integer.parseInt(arguments[0]);
        Files.write(Path.of(arguments[1]), DictionaryTraining.train(id, RecordedSamples.all()));
    }
}
