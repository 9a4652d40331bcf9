package io.genledger.app.cli.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of the proxy that an environment variable names. */
class CollectThroughProxyTest {

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void trackAnId() {
        shell = new Shell(folder.resolve("ledger.db")).with("OPENROUTER_API_KEY", "sk-or-test");
        shell.run("track", "gen-1755676927-7WlHzIQWGoPWoKYj3Arf");
    }

    @Test
    void theProxyIsUsedAndNamedWithoutItsLogin() throws IOException {
        int port = portWithoutListener();
        Shell.Result collected =
                shell.with("HTTPS_PROXY", "http://joe:hunter2@127.0.0.1:" + port).run("collect");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(collected.err())
                .contains("cannot connect to the proxy 127.0.0.1:" + port + ": Connection refused")
                .doesNotContain("hunter2");
    }

    @Test
    void aMalformedVariableIsNamedWithoutItsValue() {
        Shell.Result collected =
                shell.with("https_proxy", "http://joe:hunter2@:99999").run("collect");

        assertThat(collected.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(collected.err())
                .contains("https_proxy: expected http://[USER:PASSWORD@]HOST[:PORT]")
                .doesNotContain("hunter2");
    }

    private static int portWithoutListener() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
