package io.genledger.adapter.http;

/** Runs {@link FaultyCollection} with many ids, prints its figures, and fails if one is wrong. */
final class FaultRun {

    private FaultRun() {}

    /** The arguments are the number of ids, and optionally a seed. */
    public static void main(String... arguments) throws Exception {
        long ids = Long.parseLong(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        long start = System.nanoTime();
        try (FaultyCollection collection = new FaultyCollection(ids, seed)) {
            collection.run();
            System.out.printf(
                    "seed %d, %.0f s: %s%n", seed, (System.nanoTime() - start) / 1e9, collection);
            collection.wrong().stream().limit(20).forEach(System.out::println);
            if (!collection.wrong().isEmpty()
                    || collection.recorded() + collection.notFound() != ids) {
                System.exit(1);
            }
        }
    }
}
