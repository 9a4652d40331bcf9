package io.genledger.adapter.sql.archive;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictCompress;

/** Compresses documents into zstd frames with a dictionary and a checksum. Thread-safe. */
final class ZstdCompressor {

    /** Level 9 would save a tenth of the bytes and needs several times as long. */
    static final int LEVEL = 3;

    private final ZstdDictCompress dictionary;
    private final ContextPool<ZstdCompressCtx> contexts =
            new ContextPool<>(this::context, ZstdCompressCtx::close);

    ZstdCompressor(byte[] dictionary) {
        this.dictionary = new ZstdDictCompress(dictionary, LEVEL);
    }

    private ZstdCompressCtx context() {
        return new ZstdCompressCtx().setChecksum(true).loadDict(dictionary);
    }

    byte[] compress(byte[] document) {
        return contexts.use(context -> context.compress(document));
    }
}
