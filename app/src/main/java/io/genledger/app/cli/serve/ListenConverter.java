package io.genledger.app.cli.serve;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a network address and a port: {@code 127.0.0.1:8787}, {@code [::1]:8787}. */
final class ListenConverter implements ITypeConverter<InetSocketAddress> {

    private static final int LAST_PORT = 65_535;

    @Override
    public InetSocketAddress convert(String text) {
        try {
            URI parts = new URI("http://" + text.strip());
            if (parts.getHost() == null
                    || parts.getPort() < 0
                    || parts.getPort() > LAST_PORT
                    || !parts.getRawPath().isEmpty()) {
                throw malformed(text);
            }
            return new InetSocketAddress(InetAddress.getByName(parts.getHost()), parts.getPort());
        } catch (URISyntaxException wrong) {
            throw malformed(text);
        } catch (UnknownHostException unknown) {
            throw new TypeConversionException("no address of this machine: '" + text + "'");
        }
    }

    private static TypeConversionException malformed(String text) {
        return new TypeConversionException(
                "no address '"
                        + text
                        + "': expected ADDRESS:PORT, e.g. 127.0.0.1:8787 or [::1]:8787");
    }
}
