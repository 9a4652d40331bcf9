package io.genledger.adapter.http.simulator.generated;

import io.genledger.adapter.http.simulator.chance.Draw;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One generated generation: its document, and what it cost to the last digit. */
public final class GeneratedGeneration {

    private static final int MONEY = 1;
    private static final int LOOKS = 2;

    private final String id;
    private final Instant second;
    private final long number;
    private final Draw draw;
    private final Kind kind;
    private final Sample sample;
    private final Bill bill;

    GeneratedGeneration(String id, Instant second, long number, Draw draw) {
        this.id = id;
        this.second = second;
        this.number = number;
        this.draw = draw;
        RandomGenerator chance = draw.series(MONEY).forNumber(number);
        this.kind = Kind.drawn(chance);
        this.sample = SampleTable.RECORDED.drawn(chance);
        this.bill = Bill.of(kind, sample, chance);
    }

    /** {@code gen-<unix second>-<20 letters and digits>}. */
    public String id() {
        return id;
    }

    /** What OpenRouter took from the account's credits, in US dollars; up to 11 decimals. */
    public BigDecimal usage() {
        return Usd.dollars(bill.usage());
    }

    /**
     * What was really spent, in US dollars: {@link #usage}, and with an own key what the provider
     * billed; up to 11 decimals. Empty where the document leaves it unknown, which is not zero.
     */
    public Optional<BigDecimal> spend() {
        return bill.spend().stream().mapToObj(Usd::dollars).findFirst();
    }

    /** OpenRouter's answer for it, as sent in 2026: the same bytes each time. */
    public byte[] document() {
        RandomGenerator chance = draw.series(LOOKS).forNumber(number);
        return new DocumentWriter(id, second, kind, sample, bill, chance)
                .write()
                .getBytes(StandardCharsets.UTF_8);
    }
}
