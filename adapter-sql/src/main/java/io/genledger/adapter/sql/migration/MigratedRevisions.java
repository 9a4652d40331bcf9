package io.genledger.adapter.sql.migration;

import io.genledger.adapter.sql.ledger.RecordedRevisions;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Revision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Compares copied generations with the earlier ones: every revision, its document byte for byte.
 */
final class MigratedRevisions {

    private MigratedRevisions() {}

    /**
     * @throws LedgerUnavailableException if a generation differs
     */
    static int requireEqual(DSLContext sql, List<OldGeneration> batch) {
        List<String> ids = batch.stream().map(old -> old.figures().id()).toList();
        Map<String, List<Revision>> copied = RecordedRevisions.read(sql, ids);
        for (OldGeneration old : batch) {
            String id = old.figures().id();
            List<Revision> expected = old.revisions().stream().map(MigratedRevisions::of).toList();
            if (!Optional.ofNullable(copied.get(id)).equals(Optional.of(expected))) {
                throw differs("the revisions of " + id + " differ");
            }
        }
        return batch.size();
    }

    private static Revision of(OldRevision revision) {
        return new Revision(
                new GenerationId(revision.id()), revision.number(), revision.document());
    }

    static LedgerUnavailableException differs(String difference) {
        return new LedgerUnavailableException(
                "the migrated ledger is not equal to the earlier one: "
                        + difference
                        + "; the earlier tables are kept under names that begin with before_9_",
                null);
    }
}
