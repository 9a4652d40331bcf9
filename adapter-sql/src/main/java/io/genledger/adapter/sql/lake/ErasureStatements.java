package io.genledger.adapter.sql.lake;

import io.genledger.ports.lake.LedgerName;

/**
 * The statements that repeat a ledger's erasures in the lake. Which texts a ledger has put in place
 * of others is read from its feed, so that the erased name is needed nowhere. All names in the
 * statements are of checked forms.
 */
final class ErasureStatements {

    /** How a ledger calls a user whose name it has erased. */
    private static final String ERASED = "external_user like 'erased-%'";

    private static final String DIFFERS =
            "t.ledger = '%s' and t.seq = s.seq and t.external_user is distinct from"
                    + " s.external_user";

    private ErasureStatements() {}

    /** Gives the rows of erased users the texts of the feed. */
    static String merge(LedgerName ledger, FeedPlace feed) {
        return """
        merge into %s as t
        using (select seq, external_user, session, request_id from %s where %s) as s
        on %s
        when matched then update set external_user = s.external_user, session = s.session, request_id = s.request_id\
        """
                .formatted(LakeTable.NAME, feed.view(), ERASED, DIFFERS.formatted(ledger));
    }

    /** Counts these rows. */
    static String count(LedgerName ledger, FeedPlace feed) {
        return """
        select count(*) from %s as t
        join (select seq, external_user from %s where %s) as s on %s\
        """
                .formatted(LakeTable.NAME, feed.view(), ERASED, DIFFERS.formatted(ledger));
    }
}
