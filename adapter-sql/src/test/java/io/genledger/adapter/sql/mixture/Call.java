package io.genledger.adapter.sql.mixture;

import io.genledger.domain.generation.GenerationId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * A call of OpenRouter as it really was, which documents of all kinds state.
 *
 * @param created in milliseconds; its second is the one in the id
 * @param credits the charge, or the fee of a BYOK call
 * @param upstream the upstream cost of a BYOK call; zero for another
 * @param reasoning a part of {@code completion}
 * @param cached a part of {@code prompt}
 */
record Call(
        GenerationId id,
        Instant created,
        String model,
        String provider,
        boolean isByok,
        BigDecimal credits,
        BigDecimal upstream,
        int prompt,
        int completion,
        int reasoning,
        int cached) {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

    /** A call within the 30 hours after {@code start}. */
    static Call random(Random random, Instant start) {
        Instant created = start.plusMillis(random.nextInt(30 * 3_600_000));
        boolean isByok = random.nextInt(3) == 0;
        int prompt = 1_000 + random.nextInt(90_000);
        int completion = 100 + random.nextInt(9_000);
        return new Call(
                id(random, created),
                created,
                "vendor/model-" + random.nextInt(3),
                "Provider " + random.nextInt(3),
                isByok,
                isByok && random.nextBoolean() ? BigDecimal.ZERO : dollars(random),
                isByok ? dollars(random) : BigDecimal.ZERO,
                prompt,
                completion,
                random.nextInt(completion),
                random.nextInt(prompt));
    }

    static GenerationId id(Random random, Instant created) {
        StringBuilder id = new StringBuilder("gen-").append(created.getEpochSecond()).append('-');
        random.ints(20, 0, LETTERS.length()).forEach(at -> id.append(LETTERS.charAt(at)));
        return new GenerationId(id.toString());
    }

    /** Of two to ten decimals, so that an Activity CSV states some amounts exactly. */
    private static BigDecimal dollars(Random random) {
        int decimals = List.of(2, 5, 6, 7, 10).get(random.nextInt(5));
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        int most = (int) Math.min(1_000_000_000L, Math.round(Math.pow(10, decimals)));
        return BigDecimal.valueOf(1L + random.nextInt(most))
                .multiply(unit)
                .add(new BigDecimal("0.01"));
    }

    /** Whether an Activity CSV states both amounts to the last digit. */
    boolean isExactInCsv() {
        return cut(credits).compareTo(credits) == 0 && cut(upstream).compareTo(upstream) == 0;
    }

    /** An amount as an Activity CSV states it: without the digits behind a microdollar. */
    static BigDecimal cut(BigDecimal amount) {
        return amount.setScale(Math.min(amount.scale(), 6), java.math.RoundingMode.DOWN);
    }
}
