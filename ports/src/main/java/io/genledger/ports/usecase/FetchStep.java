package io.genledger.ports.usecase;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.Claim;
import io.genledger.ports.FetchOutcome;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.LastAnswer;
import io.genledger.ports.MetadataDecoder;
import io.genledger.ports.MetadataDocument;
import io.genledger.ports.Reason;
import io.genledger.ports.Recording;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import io.genledger.ports.UndecodableDocumentException;
import io.genledger.ports.usecase.CollectListener.Result;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Asks for one generation, reads the answer and judges it. Runs on many threads at once. What it
 * throws is a fault of Genledger, not of the source.
 */
final class FetchStep {

    private final GenerationSource source;
    private final MetadataDecoder decoder;
    private final InstantSource clock;
    private final ReadinessSchedule schedule;
    private final Retries retries;

    FetchStep(
            GenerationSource source,
            MetadataDecoder decoder,
            InstantSource clock,
            ReadinessSchedule schedule,
            Retries retries) {
        this.source = source;
        this.decoder = decoder;
        this.clock = clock;
        this.schedule = schedule;
        this.retries = retries;
    }

    Answer ask(Claim claim) {
        try {
            return source.fetch(claim.id())
                    .fold(
                            found -> read(claim, found.document()),
                            unknown -> notReadyOrNeverThere(claim, unknown),
                            rejected -> refused(claim, rejected.message()));
        } catch (SourceUnavailableException outage) {
            return new Answer.Unavailable(claim, outage);
        } catch (SourceRefusedException refusal) {
            return new Answer.Refused(claim, refusal);
        }
    }

    private Answer read(Claim claim, MetadataDocument document) {
        try {
            Generation generation = decoder.decode(document);
            if (!generation.id().equals(claim.id())) {
                return foreign(claim, "the answer is about " + generation.id(), document);
            }
            return statesACharge(generation)
                    ? new Answer.Read(claim, new Recording(LedgerEntry.of(generation), document))
                    : new Answer.Unreadable(
                            claim,
                            "the answer states neither usage nor total_cost, one of which each"
                                    + " record has",
                            document);
        } catch (UndecodableDocumentException undecodable) {
            String place = undecodable.field().map(field -> "field " + field + ": ").orElse("");
            return new Answer.Unreadable(
                    claim, "cannot read the answer: " + place + undecodable.reason(), document);
        }
    }

    /**
     * Never null in OpenRouter's records (contract.md, "The fields of data"): one without is not
     * complete, and kept as it is nobody would ask for the rest.
     */
    private static boolean statesACharge(Generation generation) {
        return generation.charges().usage().isPresent()
                || generation.charges().totalCost().isPresent();
    }

    private Answer foreign(Claim claim, String what, MetadataDocument document) {
        String words = what + " instead; it is kept aside";
        Instant due = retries.afterAnOddAnswer(claim);
        return judged(
                Result.FAILED,
                new Settlement.SetAside(claim, due, answer(Reason.FOREIGN, words), document),
                words);
    }

    private Answer notReadyOrNeverThere(Claim claim, FetchOutcome.Unknown unknown) {
        return schedule.next(claim, clock.instant())
                .map(due -> notReady(claim, due, unknown.message()))
                .orElseGet(() -> notFound(claim, unknown.message()));
    }

    private Answer notReady(Claim claim, Instant due, String words) {
        return judged(
                Result.NOT_READY,
                new Settlement.Later(claim, due, answer(Reason.NOT_READY, words)),
                words);
    }

    private Answer notFound(Claim claim, String words) {
        return judged(
                Result.GIVEN_UP,
                new Settlement.GivenUp(claim, answer(Reason.NOT_FOUND, words)),
                claim.reread()
                        ? "not found any more, what is kept stays: " + words
                        : "not found: " + words);
    }

    private Answer refused(Claim claim, String words) {
        return judged(
                Result.GIVEN_UP,
                new Settlement.Refused(claim, answer(Reason.REJECTED, words)),
                "refused: " + words);
    }

    private LastAnswer answer(Reason reason, String words) {
        return LastAnswer.of(clock.instant(), reason, words);
    }

    private static Answer judged(Result result, Settlement settlement, String reason) {
        return new Answer.Judged(settlement.claim(), result, reason, settlement);
    }
}
