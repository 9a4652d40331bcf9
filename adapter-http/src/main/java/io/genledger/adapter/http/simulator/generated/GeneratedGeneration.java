package io.genledger.adapter.http.simulator.generated;

import io.genledger.adapter.http.simulator.random.SeededRandom;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A generation computed from a seed: its id, its document and its exact cost. */
public final class GeneratedGeneration {

    private static final int AMOUNTS = 1;
    private static final int DETAILS = 2;

    private final String id;
    private final Instant second;
    private final long number;
    private final SeededRandom seeded;
    private final GenerationKind kind;
    private final Sample sample;
    private final Bill bill;

    GeneratedGeneration(String id, Instant second, long number, SeededRandom seeded) {
        this.id = id;
        this.second = second;
        this.number = number;
        this.seeded = seeded;
        RandomGenerator random = seeded.series(AMOUNTS).forNumber(number);
        this.kind = GenerationKind.next(random);
        this.sample = SampleTable.RECORDED.next(random);
        this.bill = Bill.of(kind, sample, random);
    }

    /** The id: {@code gen-<unix second>-<20 letters and digits>}. */
    public String id() {
        return id;
    }

    /** The charge to the account's credits, in US dollars with at most 11 decimals. */
    public BigDecimal usage() {
        return Picodollars.dollars(bill.usage());
    }

    /**
     * The spend in US dollars with at most 11 decimals: {@link #usage}, plus the upstream cost for
     * BYOK. Empty if the document does not state that cost, so that the spend is unknown.
     */
    public Optional<BigDecimal> spend() {
        return bill.spend().stream().mapToObj(Picodollars::dollars).findFirst();
    }

    /** The metadata document in OpenRouter's form of 2026; equal bytes on each call. */
    public byte[] document() {
        RandomGenerator random = seeded.series(DETAILS).forNumber(number);
        return new DocumentWriter(id, second, kind, sample, bill, random)
                .write()
                .getBytes(StandardCharsets.UTF_8);
    }
}
