package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;

/** The archived document of an entry as one row of the table {@code document}. */
public final class DocumentRow {

    /** The name of the entry's account. */
    public static final Field<String> ACCOUNT =
            select(DIMENSION_VALUE.VALUE)
                    .from(DIMENSION_VALUE)
                    .where(DIMENSION_VALUE.NUMBER.eq(ENTRY.ACCOUNT))
                    .asField("account_name");

    /** The columns of a document. */
    public static final List<Field<?>> COLUMNS =
            List.of(
                    ENTRY.GENERATION,
                    ENTRY.FETCHED,
                    ENTRY.RECEIVED_US,
                    DOCUMENT.REQUESTED_ID,
                    DOCUMENT.CODEC,
                    DOCUMENT.BODY);

    /** The columns of a revision. */
    public static final List<Field<?>> REVISION_COLUMNS =
            Stream.concat(COLUMNS.stream(), Stream.of(ENTRY.REVISION, ACCOUNT)).toList();

    private DocumentRow() {}

    /** The values of all columns, in their order. */
    static Object[] of(long seq, Recording recording, DocumentCodec.Packed packed) {
        GenerationId id = recording.entry().id();
        String requested =
                recording
                        .document()
                        .requested()
                        .filter(other -> !other.equals(id))
                        .map(GenerationId::value)
                        .orElse(null);
        return new Object[] {seq, requested, packed.codec(), packed.bytes()};
    }

    /**
     * The revision of a row with all of {@link #REVISION_COLUMNS}.
     *
     * @throws IllegalArgumentException if the archived bytes are damaged
     */
    public static Revision toRevision(Record row) {
        return new Revision(
                new GenerationId(row.get(ENTRY.GENERATION)),
                row.get(ENTRY.REVISION),
                account(row),
                toDocument(row, row.get(DOCUMENT.BODY)));
    }

    /** The document with {@code body}, by a row with the other columns. */
    public static MetadataDocument toDocument(Record row, byte[] body) {
        return DocumentCodec.document(
                requested(row),
                row.get(DOCUMENT.CODEC),
                body,
                Moments.ofMicros(row.get(ENTRY.RECEIVED_US)));
    }

    /**
     * The account of a row with {@link #ACCOUNT}.
     *
     * @throws IllegalArgumentException if the dictionary of a damaged ledger lacks it
     */
    public static AccountName account(Record row) {
        return Optional.ofNullable(row.get(ACCOUNT))
                .map(AccountName::new)
                .orElseThrow(() -> new IllegalArgumentException("an entry has no account"));
    }

    private static Optional<GenerationId> requested(Record row) {
        if (row.get(ENTRY.FETCHED) == 0) {
            return Optional.empty();
        }
        String another = row.get(DOCUMENT.REQUESTED_ID);
        return Optional.of(new GenerationId(another != null ? another : row.get(ENTRY.GENERATION)));
    }
}
