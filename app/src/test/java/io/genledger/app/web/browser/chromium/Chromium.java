package io.genledger.app.web.browser.chromium;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The machine's Chromium, started once for all tests of this JVM; it ends with the JVM. */
public final class Chromium implements ExecutionCondition {

    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /** Runs Playwright's driver, which is a program of node. */
    private static final String NODE = "node";

    /**
     * Skips the tests of a class where the machine has no Chromium or no node, and says which.
     * Where the environment variable {@code GENLEDGER_BROWSER} is {@code required}, the class fails
     * instead.
     */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext tests) {
        List<String> missing = new ArrayList<>();
        if (find(BROWSERS).isEmpty()) {
            missing.add("no Chromium (" + String.join(", ", BROWSERS) + ")");
        }
        if (find(List.of(NODE)).isEmpty()) {
            missing.add("no " + NODE);
        }
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("the PATH has Chromium and node");
        }
        String reason = "the PATH has " + String.join(" and ", missing);
        if ("required".equals(System.getenv("GENLEDGER_BROWSER"))) {
            throw new AssertionError(reason);
        }
        return ConditionEvaluationResult.disabled("not run: " + reason);
    }

    static Browser browser() {
        return Started.BROWSER;
    }

    /** The executable file of the first of these names that the PATH has. */
    private static Optional<Path> find(List<String> names) {
        List<String> folders =
                List.of(
                        Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(File.pathSeparator));
        Stream<Path> files =
                names.stream()
                        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)));
        return files.filter(Files::isExecutable).findFirst();
    }

    private static final class Started {

        static final Browser BROWSER = launch();

        private static Browser launch() {
            Map<String, String> driver =
                    Map.of(
                            "PLAYWRIGHT_NODEJS_PATH",
                            find(List.of(NODE)).orElseThrow().toString(),
                            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                            "1");
            return Playwright.create(new Playwright.CreateOptions().setEnv(driver))
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(find(BROWSERS).orElseThrow())
                                    // Chromium refuses its sandbox to root, as whom containers
                                    // build.
                                    .setChromiumSandbox(false));
        }
    }
}
