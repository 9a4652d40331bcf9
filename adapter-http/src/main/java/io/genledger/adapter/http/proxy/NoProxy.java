package io.genledger.adapter.http.proxy;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;

/**
 * The hosts that are reached without a proxy, as curl and Go read {@code NO_PROXY}: {@code *} for
 * all; a domain, with or without a leading dot, for itself and its subdomains; an address; a range
 * of addresses such as {@code 10.0.0.0/8}. A port may follow a domain or an IPv4 address.
 */
final class NoProxy {

    private final String[] entries;

    /**
     * @param list the entries, separated by commas or white space; an entry that is none of these
     *     selects no host
     */
    NoProxy(String list) {
        this.entries = list.strip().toLowerCase(Locale.ROOT).split("[,\\s]+");
    }

    /**
     * Whether the server is reached without a proxy.
     *
     * @param host a name or an address; an IPv6 address without brackets
     */
    boolean contains(String host, int port) {
        String name = host.toLowerCase(Locale.ROOT);
        return Arrays.stream(entries).anyMatch(entry -> matches(entry, name, port));
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return isInRange(entry, host);
        }
        String suffix = ":" + port;
        String place =
                entry.indexOf(':') == entry.lastIndexOf(':') && entry.endsWith(suffix)
                        ? entry.substring(0, entry.length() - suffix.length())
                        : entry.replaceAll("[\\[\\]]", "");
        String domain = place.replaceFirst("^\\*?\\.", "");
        return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
    }

    private static boolean isInRange(String range, String host) {
        String[] parts = range.split("/", 2);
        if (!isAddress(host) || !isAddress(parts[0]) || !parts[1].matches("\\d{1,3}")) {
            return false;
        }
        try {
            // The host is an address, so nothing is looked up.
            InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), 0);
            return new IpSubnetFilterRule(
                            parts[0], Integer.parseInt(parts[1]), IpFilterRuleType.ACCEPT)
                    .matches(address);
        } catch (UnknownHostException | IllegalArgumentException noRange) {
            return false;
        }
    }

    private static boolean isAddress(String text) {
        return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
    }
}
