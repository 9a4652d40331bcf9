package io.genledger.app.web.browser;

import io.genledger.app.cli.Shell;
import io.genledger.app.web.RunningServer;
import io.genledger.app.web.browser.chromium.Chromium;
import io.genledger.app.web.browser.chromium.Tab;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that look at the page of one server by Chromium. Each test has a tab of its own; what no
 * user may ever meet, such as a message on the console, fails it.
 */
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class PageTest {

    @TempDir static Path folder;

    protected RunningServer server;
    protected Tab tab;

    /** The server of all tests of the class. */
    RunningServer serve() throws IOException {
        return GeneratedLedger.serve(folder);
    }

    @BeforeAll
    void start() throws IOException {
        server = serve();
    }

    @BeforeEach
    void openTab() {
        tab = new Tab(server.url(), Shell.NOW);
    }

    @AfterEach
    void closeTab() {
        tab.close();
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }
}
