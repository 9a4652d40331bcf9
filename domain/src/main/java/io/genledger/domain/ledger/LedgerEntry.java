package io.genledger.domain.ledger;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.finding.Expectations;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The values of a generation that a ledger keeps beside the original document.
 *
 * @param generation the record as decoded, every digit of it
 * @param posting the amounts it adds to the account
 * @param digest identifies the content: an equal one means unchanged, another one corrected
 * @param findings the findings in the record
 */
public record LedgerEntry(
        Generation generation, Posting posting, ContentDigest digest, RecordedFindings findings) {

    /** The entry of {@code generation} by {@link SpendRule#OPENROUTER}, not requested by its id. */
    public static LedgerEntry of(Generation generation) {
        return of(generation, Expectations.STANDARD);
    }

    /** The entry of {@code generation} by the caller's spend rule, not requested by its id. */
    public static LedgerEntry of(Generation generation, SpendRule rule) {
        return of(generation, Expectations.STANDARD.withSpendRule(rule));
    }

    /**
     * The entry of {@code generation} by {@link SpendRule#OPENROUTER}.
     *
     * @param requested the id that was requested; empty if the document was not requested by id
     */
    public static LedgerEntry of(Generation generation, Optional<GenerationId> requested) {
        return of(generation, Expectations.STANDARD.withRequested(requested));
    }

    private static LedgerEntry of(Generation generation, Expectations expectations) {
        return new LedgerEntry(
                generation,
                Posting.of(generation, expectations.spendRule()),
                ContentDigest.of(generation),
                RecordedFindings.of(generation, expectations));
    }

    /** Whether it is no record of the generation, which replaces it. */
    public boolean isProvisional() {
        return generation.shape().kind().isProvisional();
    }

    /** How far its amounts can be relied on. */
    public Trust trust() {
        return Trust.of(generation, posting);
    }

    /**
     * Whether this entry has the content of {@code kept}, a digest of any version. So a document is
     * unchanged in a ledger with digests of an older version.
     */
    public boolean hasContent(ContentDigest kept) {
        return kept.version() == digest.version() ? kept.equals(digest) : kept.isOf(generation);
    }

    /**
     * The time of creation that a ledger keeps and compares with a range: cut to microseconds, the
     * finest unit that OpenRouter states (OPENROUTER.md §3.7) and that databases have.
     */
    public Instant createdAt() {
        return generation.created().at().truncatedTo(ChronoUnit.MICROS);
    }

    /** The id of the generation. */
    public GenerationId id() {
        return generation.id();
    }
}
