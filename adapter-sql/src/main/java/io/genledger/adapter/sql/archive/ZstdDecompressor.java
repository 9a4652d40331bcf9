package io.genledger.adapter.sql.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdDictDecompress;
import com.github.luben.zstd.ZstdException;

/** Decompresses zstd frames that were compressed with a dictionary. Thread-safe. */
final class ZstdDecompressor {

    /** The largest document that is compressed. Damaged frames that state more are refused. */
    static final int MAX_CONTENT_BYTES = 64 << 20;

    private final ZstdDictDecompress dictionary;
    private final ContextPool<ZstdDecompressCtx> contexts =
            new ContextPool<>(this::context, ZstdDecompressCtx::close);

    ZstdDecompressor(byte[] dictionary) {
        this.dictionary = new ZstdDictDecompress(dictionary);
    }

    private ZstdDecompressCtx context() {
        return new ZstdDecompressCtx().loadDict(dictionary);
    }

    /**
     * @throws IllegalArgumentException if the frame is damaged
     */
    byte[] decompress(byte[] frame) {
        long size = frame.length == 0 ? -1 : Zstd.getFrameContentSize(frame);
        if (size < 0 || size > MAX_CONTENT_BYTES) {
            throw new IllegalArgumentException(
                    "an archived document states no size, or one above 64 MiB");
        }
        byte[] document = new byte[(int) size];
        int written;
        try {
            written = contexts.use(context -> context.decompress(document, frame));
        } catch (ZstdException damaged) {
            throw new IllegalArgumentException(
                    "an archived document cannot be decompressed: " + damaged.getMessage(),
                    damaged);
        }
        if (written != size) {
            throw new IllegalArgumentException(
                    "an archived document has %d bytes in place of %d".formatted(written, size));
        }
        return document;
    }
}
