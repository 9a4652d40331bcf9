package io.genledger.ports.report;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.Charges;
import io.genledger.ports.document.MetadataDocument;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The rules that the account's plan decides for one recorded BYOK call, with the amounts to which
 * they apply.
 *
 * @param id the generation
 * @param account the account that made the call
 * @param created its time of creation
 * @param rules the undecided rules, at least one
 * @param charges the fee as {@code usage} and the upstream cost, as posted; empty where unknown
 * @param document the original document if the entry has the finding {@link
 *     StandardFindings#AMOUNT_FINER_THAN_LEDGER}, so that the posted amounts are not exact;
 *     otherwise empty, and if it was erased or pruned
 */
public record UndecidedFindings(
        GenerationId id,
        AccountName account,
        Instant created,
        Set<StandardFindings> rules,
        Charges charges,
        Optional<MetadataDocument> document) {}
