package io.genledger.ports.usecase.intake;

import io.genledger.ports.document.KeyMask;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.quarantine.BodyDigest;
import io.genledger.ports.quarantine.QuarantineEditor;
import io.genledger.ports.quarantine.RejectedDocument;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rejected documents of one run into the ledger's quarantine, within limits: a ledger is
 * no place for a file of any size that was imported by mistake. Keys in them are hidden. Equal
 * documents count once against the limit.
 */
public final class QuarantineRejects implements RejectedDocuments {

    /** The longest document that is kept. */
    public static final int MOST_BYTES = 64 << 10;

    /** The most different documents that one run adds. */
    public static final int MOST_DOCUMENTS = 10_000;

    /** A line may end with two bytes that are not part of the document. */
    private static final int LINE_END_BYTES = 2;

    private static final int BATCH_DOCUMENTS = 500;
    private static final int BATCH_BYTES = 4 << 20;

    private final QuarantineEditor quarantine;
    private final InstantSource clock;
    private final Set<String> digests = new HashSet<>();
    private final Map<String, RejectedDocument> batch = new LinkedHashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<Rejection> firstLeftOut = new ArrayList<>();
    private @Nullable Rejection open;
    private boolean isTooLong;
    private long batchBytes;
    private long kept;
    private long leftOut;

    /** Adds to {@code quarantine}. */
    public QuarantineRejects(QuarantineEditor quarantine, InstantSource clock) {
        this.quarantine = quarantine;
        this.clock = clock;
    }

    @Override
    public void begin(Rejection rejection) {
        end();
        if (batch.size() >= BATCH_DOCUMENTS || batchBytes >= BATCH_BYTES) {
            write();
        }
        open = rejection;
    }

    @Override
    public void append(byte[] bytes) {
        isTooLong |= body.size() + bytes.length > MOST_BYTES + LINE_END_BYTES;
        if (!isTooLong) {
            body.writeBytes(bytes);
        }
    }

    private void end() {
        if (open != null) {
            byte[] bytes = KeyMask.of(withoutLineEnd(body.toByteArray()));
            if (isTooLong || bytes.length > MOST_BYTES || !add(open, bytes)) {
                leaveOut(open);
            }
        }
        body.reset();
        isTooLong = false;
        open = null;
    }

    /** Whether the document is kept: it is known, or there is room for it. */
    private boolean add(Rejection rejection, byte[] bytes) {
        String digest = BodyDigest.of(bytes);
        if (!digests.contains(digest)) {
            if (digests.size() == MOST_DOCUMENTS) {
                return false;
            }
            digests.add(digest);
        }
        @Nullable RejectedDocument same = batch.get(digest);
        long times = same == null ? 1 : same.times() + 1;
        MetadataDocument document = new MetadataDocument(Optional.empty(), bytes, clock.instant());
        batch.put(digest, new RejectedDocument(rejection, times, document));
        batchBytes += same == null ? bytes.length : 0;
        return true;
    }

    private void leaveOut(Rejection rejection) {
        leftOut++;
        if (firstLeftOut.size() < RejectsKept.PLACES) {
            firstLeftOut.add(rejection);
        }
    }

    private static byte[] withoutLineEnd(byte[] bytes) {
        int length = bytes.length;
        length -= length > 0 && bytes[length - 1] == '\n' ? 1 : 0;
        length -= length > 0 && bytes[length - 1] == '\r' ? 1 : 0;
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void commit() {
        end();
        write();
    }

    /** After a transient failure the batch stays for a repeated call; after others it is lost. */
    private void write() {
        if (batch.isEmpty()) {
            return;
        }
        boolean isRepeatable = false;
        try {
            quarantine.add(List.copyOf(batch.values()));
            kept += batch.values().stream().mapToLong(RejectedDocument::times).sum();
        } catch (LedgerUnavailableException failure) {
            isRepeatable = failure.isTransient();
            throw failure;
        } finally {
            if (!isRepeatable) {
                batch.clear();
                batchBytes = 0;
            }
        }
    }

    @Override
    public RejectsKept kept() {
        return new RejectsKept(kept, leftOut, firstLeftOut);
    }
}
