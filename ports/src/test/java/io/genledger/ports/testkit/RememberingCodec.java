package io.genledger.ports.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.MetadataEncoder;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/** Encodes by remembering: its documents are tickets that only it can redeem. */
class RememberingCodec implements MetadataEncoder, MetadataDecoder {

    private final ConcurrentMap<String, Generation> remembered = new ConcurrentHashMap<>();
    private final UnaryOperator<Generation> memory;

    /** Remembers everything. */
    RememberingCodec() {
        this(UnaryOperator.identity());
    }

    /** Remembers what {@code memory} makes of it. */
    RememberingCodec(UnaryOperator<Generation> memory) {
        this.memory = memory;
    }

    @Override
    public byte[] encode(Generation generation) {
        if (generation.shape().kind() != DocumentKind.METADATA) {
            throw new IllegalArgumentException("not read from a record: " + generation.id());
        }
        String ticket = "ticket " + remembered.size();
        remembered.put(ticket, memory.apply(generation));
        return ticket.getBytes(UTF_8);
    }

    @Override
    public byte[] respell(MetadataDocument document) {
        redeem(document);
        return document.bytes();
    }

    @Override
    public Generation decode(MetadataDocument document) {
        Generation generation = redeem(document);
        boolean nameless = generation.shape().absent().contains(MetadataField.ID);
        Optional<GenerationId> stated =
                nameless ? document.requested() : Optional.of(generation.id());
        if (stated.isEmpty()) {
            throw new UndecodableDocumentException(Optional.of("id"), 1, "nameless", null);
        }
        return generation;
    }

    private Generation redeem(MetadataDocument document) {
        Generation generation = remembered.get(new String(document.bytes(), UTF_8));
        if (generation == null) {
            throw new UndecodableDocumentException(Optional.empty(), 1, "no such ticket", null);
        }
        return generation;
    }
}
