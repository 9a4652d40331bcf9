package io.genledger.app.web.page;

import io.genledger.app.page.PageFiles;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The files of the page as the server sends them, under addresses that change with the content. */
@Singleton
final class PageContents {

    private static final int DIGITS = 16;

    private final PageFiles page = PageFiles.read();
    private final String version = version(page);

    private final Content document = Content.of(versioned(page.document()));

    private final Map<String, Content> files =
            page.files().entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    Map.Entry::getKey, file -> Content.of(file.getValue())));

    /** The bytes of a file, and the same compressed. */
    static final class Content {

        private final byte[] plain;
        private final byte[] gzip;

        private Content(byte[] plain, byte[] gzip) {
            this.plain = plain;
            this.gzip = gzip;
        }

        private static Content of(byte[] plain) {
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new BestGzip(compressed)) {
                out.write(plain);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return new Content(plain, compressed.toByteArray());
        }

        byte[] plain() {
            return plain;
        }

        byte[] gzip() {
            return gzip;
        }
    }

    /** Compresses once and well, as the server's own compression of each answer does not. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }

    /** The document; it names the files of this version. */
    Content document() {
        return document;
    }

    /** A number for the content of all files together, in hexadecimal digits. */
    String version() {
        return version;
    }

    /** A file; empty if the document does not name it. */
    Optional<Content> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private byte[] versioned(String text) {
        return PageFiles.REFERENCE
                .matcher(text)
                .replaceAll("\"/page/" + version + "/$1\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String version(PageFiles page) {
        MessageDigest digest = sha256();
        digest.update(page.document().getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : page.files().entrySet()) {
            digest.update(file.getValue());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
