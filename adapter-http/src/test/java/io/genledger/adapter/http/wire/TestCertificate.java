package io.genledger.adapter.http.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate for a host name. */
public final class TestCertificate {

    private static final String ALIAS = "server";
    private static final String PASSWORD = "changeit";

    private final KeyStore keys;
    private final Path trustStore;

    private TestCertificate(KeyStore keys, Path trustStore) {
        this.keys = keys;
        this.trustStore = trustStore;
    }

    /** Generates a certificate with the JDK's keytool. */
    public static TestCertificate generate(String host, Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("certificate.p12");
        String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process =
                new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-alias",
                                ALIAS,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + host,
                                "-ext",
                                "san=dns:" + host,
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        return new TestCertificate(keys, trustStore(keys, folder));
    }

    /** A store of type JKS, whose certificates are read without a password. */
    private static Path trustStore(KeyStore keys, Path folder)
            throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
        Path store = folder.resolve("trusted.jks");
        try (OutputStream file = Files.newOutputStream(store)) {
            trusted.store(file, PASSWORD.toCharArray());
        }
        return store;
    }

    /** The file to name in {@code javax.net.ssl.trustStore}. */
    public Path trustStore() {
        return trustStore;
    }

    /** Server sockets with this certificate. */
    public ServerSocketFactory serverSockets() throws GeneralSecurityException {
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }
}
