package io.genledger.app.web.browser.chromium;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tab of Chromium that shows the page of one server, and whose clock stands still. What no user
 * may ever meet is a complaint, and fails the test when the tab is closed: a message on the
 * console, a script that failed, a dialog, a request to another origin.
 */
public final class Tab implements AutoCloseable {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 860;

    /** Whether the screen says, after its next drawing, that it has all its figures. */
    private static final String IS_COMPLETE =
            """
            async () => {
              await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
              const main = document.querySelector('main');
              return Boolean(main?.querySelector('.chart, .gens, .one, .health, .problem, .empty, .sign-in'))
                && !main.hasAttribute('aria-busy')
                && !main.querySelector('[title="Being computed"]')
                && !(main.querySelector('.gens') && !/in the range/.test(main.querySelector('.sub').textContent))
                && !/being counted|Being computed|Reading the run/.test(main.textContent);
            }
            """;

    private final String origin;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> provoked = new ArrayList<>();
    private final Set<Request> unanswered = new HashSet<>();

    /**
     * @param server the address of the server
     * @param now what time it is in the browser
     */
    public Tab(URI server, Instant now) {
        origin = "http://127.0.0.1:" + server.getPort();
        context =
                Chromium.browser()
                        .newContext(
                                new Browser.NewContextOptions()
                                        .setBaseURL(origin)
                                        .setViewportSize(WIDTH, HEIGHT)
                                        .setReducedMotion(ReducedMotion.REDUCE));
        context.clock().setFixedTime(now.toEpochMilli());
        page = context.newPage();
        watch();
    }

    private void watch() {
        context.onConsoleMessage(message ->
                complaints.add(
                        "console "
                                + message.type()
                                + ": "
                                + message.text()
                                + " at "
                                + message.location()));
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        context.onRequest(this::asked);
        context.onRequestFinished(unanswered::remove);
        context.onRequestFailed(unanswered::remove);
    }

    private void asked(Request request) {
        String url = request.url();
        if (!url.startsWith(origin + "/") && !url.startsWith("data:") && !url.startsWith("blob:")) {
            complaints.add("request to another origin: " + url);
        }
        if (request.isNavigationRequest()) {
            unanswered.clear(); // those of the document that is left end with it, unreported
        }
        if (!url.endsWith("/live")) {
            unanswered.add(request);
        }
    }

    public Page page() {
        return page;
    }

    /** Opens an address of the page, and waits until all its figures are shown. */
    public Tab open(String path) {
        page.navigate(path);
        return loaded();
    }

    /** Waits until no question to the server is open and the screen has all its figures. */
    public Tab loaded() {
        page.waitForCondition(() ->
                unanswered.isEmpty()
                        && Boolean.TRUE.equals(page.evaluate(IS_COMPLETE))
                        && unanswered.isEmpty());
        return this;
    }

    public Locator find(String selector) {
        return page.locator(selector);
    }

    /** The elements of a selector that contain a text. */
    public Locator find(String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    /** Presses keys, each as Playwright names it, where the focus is. */
    public Tab press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    /** The texts of all elements that a selector finds, without the space around them. */
    public List<String> texts(String selector) {
        return find(selector).allTextContents().stream().map(String::strip).toList();
    }

    /**
     * The screen as assistive technology reads it: roles, names and texts in their order, without
     * the time that a request took.
     */
    public String outline() {
        return find("body")
                .ariaSnapshot()
                .replaceAll("schema \\d+ current \\d+.ms", "schema … current");
    }

    /** The address without its origin, as people read it. */
    public String address() {
        URI now = URI.create(page.url());
        return now.getPath() + (now.getQuery() == null ? "" : "?" + now.getQuery());
    }

    /** What JavaScript finds in the page. */
    @SuppressWarnings("unchecked")
    public List<String> evaluate(String script) {
        return (List<String>) page.evaluate(script);
    }

    /** What JavaScript finds in the page, given an argument. */
    @SuppressWarnings("unchecked")
    public List<String> evaluate(String script, String argument) {
        return (List<String>) page.evaluate(script, argument);
    }

    /** A complaint that the test provokes. */
    public Tab provokes(String complaint) {
        provoked.add(Pattern.compile(complaint));
        return this;
    }

    /** Closes the tab, in which nothing may have happened that no user may ever meet. */
    @Override
    public void close() {
        context.close();
        assertThat(complaints)
                .allMatch(
                        each -> provoked.stream().anyMatch(one -> one.matcher(each).find()),
                        "was provoked by the test");
    }
}
