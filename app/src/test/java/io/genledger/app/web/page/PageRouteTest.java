package io.genledger.app.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.page.PageFiles;
import io.genledger.app.web.RunningServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRouteTest {

    private static final Path SOURCES = Path.of("src/main/resources/io/genledger/app/page");

    @TempDir static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/generations?f=model:is:a", "/generation?id=gen-1", "/health"})
    void everyScreenIsTheSameDocument(String path) {
        HttpResponse<String> page = server.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(page.body())
                .isEqualTo(server.get("/").body())
                .startsWith("<!doctype html>")
                .doesNotContain("\"page/");
    }

    @Test
    void everyFileThatTheDocumentNamesHasItsTypeAndMayBeKept() {
        List<String> named = named();

        assertThat(named)
                .anyMatch(one -> one.endsWith(".js"))
                .anyMatch(one -> one.endsWith(".css"));
        for (String path : named) {
            HttpResponse<String> file = server.get(path);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.headers().firstValue("content-type"))
                    .hasValue(
                            path.endsWith(".css")
                                    ? "text/css; charset=utf-8"
                                    : "text/javascript; charset=utf-8");
            assertThat(file.headers().firstValue("cache-control").orElseThrow())
                    .contains("immutable");
        }
    }

    @Test
    void theScriptsThatTheDocumentNamesDrawTheScreens() {
        StringBuilder scripts = new StringBuilder();
        for (String path : named()) {
            if (path.endsWith(".js")) {
                scripts.append(server.get(path).body());
            }
        }

        assertThat(scripts).contains("There is no such page", "lit-html");
    }

    @Test
    void theSourcesNameEveryFileOfThePage() throws IOException {
        String document = Files.readString(SOURCES.resolve("index.html"));
        String build = Files.readString(Path.of("src/main/ant/page.xml"));

        for (String name : sources()) {
            assertThat(document).contains("\"page/" + name + "\"");
            if (name.endsWith(".css")) {
                assertThat(build).contains(name);
            }
        }
    }

    @Test
    void everyModuleImportsOnlyFilesOfThePage() throws IOException {
        Pattern imported = Pattern.compile("(?:from|import) ?'\\./([^']+)'");
        List<String> all = sources();
        for (String name : all) {
            Matcher found = imported.matcher(Files.readString(SOURCES.resolve(name)));
            while (found.find()) {
                assertThat(found.group(1))
                        .as(name)
                        .matches(one -> all.contains(one) || one.equals("lit-html.js"));
            }
        }
    }

    /** Without the style that only a report of one file has. */
    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".html") && !name.equals("file.css"))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/VERSION/index.html",
                "/page/VERSION/none.js",
                "/page/VERSION/PageFiles.class",
                "/page/VERSION/..%2F..%2Fcli%2FMain.class",
                "/page/0123456789abcdef/genledger.js"
            })
    void otherFilesAreNotServed(String path) {
        HttpResponse<String> answer = server.get(path.replace("VERSION", version()));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type").orElseThrow())
                .startsWith("application/problem+json");
    }

    @Test
    void aBrowserThatHasTheContentIsNotSentItAgain() {
        for (String path : List.of("/", named().get(0))) {
            String tag = server.get(path).headers().firstValue("etag").orElseThrow();

            HttpResponse<String> again = server.get(path, "If-None-Match", tag);

            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("etag")).hasValue(tag);
            assertThat(server.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void filesAreCompressedForBrowsersThatAcceptIt() throws Exception {
        HttpResponse<byte[]> answer = compressed(named(".js"));

        assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("etag").orElseThrow()).startsWith("W/");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                .isEqualTo(PageFiles.read().files().get(named(".js").replaceFirst(".*/", "")));
    }

    @Test
    void aBrowserDownloadsAtMost60KilobytesOfModulesAndStyles() throws Exception {
        int all = 0;
        for (String path : named()) {
            all += compressed(path).body().length;
        }

        assertThat(all).isLessThanOrEqualTo(60_000);
    }

    @Test
    void onlyThePagesOwnScriptsRunAndOnlyLitHtmlMakesMarkup() {
        String policy =
                server.get("/").headers().firstValue("content-security-policy").orElseThrow();

        assertThat(policy)
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "require-trusted-types-for 'script'",
                        "trusted-types lit-html")
                .doesNotContain("unsafe");
        assertThat(server.get("/").body()).doesNotContain("<script>", "style=", "onload=");
    }

    private static HttpResponse<byte[]> compressed(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.url().resolve(path))
                        .header("Accept-Encoding", "br, gzip")
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static List<String> named() {
        return Pattern.compile("\"(/page/[^\"]+)\"")
                .matcher(server.get("/").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String named(String end) {
        return named().stream().filter(path -> path.endsWith(end)).findFirst().orElseThrow();
    }

    private static String version() {
        return Path.of(named().getFirst()).getName(1).toString();
    }
}
