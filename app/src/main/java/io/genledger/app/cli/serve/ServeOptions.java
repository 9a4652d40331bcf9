package io.genledger.app.cli.serve;

import io.genledger.app.option.UsageException;
import io.genledger.app.web.ServerSettings;
import io.genledger.app.web.ServerSettings.Tls;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the server listens. */
final class ServeOptions {

    private static final int PORT = 8787;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS:PORT",
            converter = ListenConverter.class,
            description =
                    "Address and port on which to listen; port 0 is any free one. An address that"
                            + " other machines reach needs an access token. Default:"
                            + " 127.0.0.1:8787.")
    private InetSocketAddress listen =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT);

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Name by which clients address the server, e.g. of the proxy before it;"
                            + " repeatable. On 127.0.0.1 all names but localhost are refused"
                            + " otherwise.")
    private List<String> hosts = List.of();

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "Certificate in PEM, followed by those of its issuers, for HTTPS; with"
                            + " --tls-key.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "Private key of the certificate in PEM (PKCS #8, not encrypted).")
    private @Nullable Path key;

    /**
     * Where to listen, and how.
     *
     * @throws UsageException if one of the TLS files is missing
     */
    ServerSettings settings() {
        return new ServerSettings(listen.getAddress(), listen.getPort(), names(), tls());
    }

    private Set<String> names() {
        return hosts.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Tls> tls() {
        if (certificate == null && key == null) {
            return Optional.empty();
        }
        if (certificate == null || key == null) {
            throw new UsageException("--tls-cert and --tls-key need each other");
        }
        readable("--tls-cert", certificate);
        readable("--tls-key", key);
        requirePair(certificate, key);
        return Optional.of(new Tls(certificate, key));
    }

    /** The server itself would log the failure of its first connection. */
    private static void requirePair(Path certificate, Path key) {
        try {
            SslContext unused =
                    SslContextBuilder.forServer(certificate.toFile(), key.toFile()).build();
        } catch (IllegalArgumentException | IOException wrong) {
            throw new UsageException(
                    "--tls-cert and --tls-key: %s and %s are no certificate and its private key;"
                                    .formatted(certificate, key)
                            + " both are expected in PEM, the key as PKCS #8, not encrypted");
        }
    }

    private static void readable(String option, Path file) {
        if (!Files.isReadable(file)) {
            throw new UsageException(option + ": there is no readable file " + file);
        }
    }
}
