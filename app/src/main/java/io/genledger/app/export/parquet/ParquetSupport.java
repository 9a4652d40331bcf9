package io.genledger.app.export.parquet;

import io.genledger.app.export.column.ExportColumn;
import io.genledger.app.export.column.RowDecoders;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.export.ExportRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** The schema of rows, and each row as a record of it. */
final class ParquetSupport extends WriteSupport<ExportRow> {

    private static final String SCHEMA = "generation";

    private final RowDecoders decoders;
    private final boolean withAttempts;
    private @Nullable RecordConsumer consumer;

    ParquetSupport(RowDecoders decoders, boolean withAttempts) {
        this.decoders = decoders;
        this.withAttempts = withAttempts;
    }

    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
        return context();
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    private WriteContext context() {
        List<Type> fields = new ArrayList<>();
        for (ExportColumn column : ExportColumn.ALL) {
            fields.add(
                    ParquetTypes.of(
                            column.named().name(), column.type(), column.named().isNullable()));
        }
        if (withAttempts) {
            fields.add(AttemptColumn.list());
        }
        return new WriteContext(new MessageType(SCHEMA, fields), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer next) {
        consumer = next;
    }

    @Override
    public void write(ExportRow row) {
        RecordConsumer to = consumer;
        if (to == null) {
            throw new IllegalStateException("not prepared");
        }
        to.startMessage();
        int index = 0;
        for (ExportColumn column : ExportColumn.ALL) {
            Optional<?> known = column.value().apply(row);
            if (known.isPresent()) {
                to.startField(column.named().name(), index);
                ParquetTypes.add(to, column.type(), known.get());
                to.endField(column.named().name(), index);
            }
            index++;
        }
        List<ProviderAttempt> attempts = withAttempts ? attempts(row) : List.of();
        if (!attempts.isEmpty()) {
            to.startField(AttemptColumn.LIST, index);
            AttemptColumn.add(to, attempts);
            to.endField(AttemptColumn.LIST, index);
        }
        to.endMessage();
    }

    /** None if the document was removed, or this version cannot decode it. */
    private List<ProviderAttempt> attempts(ExportRow row) {
        Optional<MetadataDocument> document = row.document().filter(one -> one.removal().isEmpty());
        try {
            return document.isEmpty()
                    ? List.of()
                    : decoders.documents().decode(document.get()).routing().attempts();
        } catch (UndecodableDocumentException undecodable) {
            return List.of();
        }
    }
}
