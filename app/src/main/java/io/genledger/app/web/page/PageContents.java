package io.genledger.app.web.page;

import io.genledger.app.page.PageFiles;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** The files of the page as the server sends them, under addresses that change with the content. */
@Singleton
final class PageContents {

    private static final int DIGITS = 16;

    private final PageFiles page = PageFiles.read();
    private final String version = version(page);

    private final byte[] document =
            PageFiles.REFERENCE
                    .matcher(page.document())
                    .replaceAll("\"/page/" + Matcher.quoteReplacement(version) + "/$1\"")
                    .getBytes(StandardCharsets.UTF_8);

    /** The document; it names the files of this version. */
    byte[] document() {
        return document;
    }

    /** A number for the content of all files together, in hexadecimal digits. */
    String version() {
        return version;
    }

    /** A file; empty if the document does not name it. */
    Optional<byte[]> file(String name) {
        return Optional.ofNullable(page.files().get(name));
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
