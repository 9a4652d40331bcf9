import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map.Entry;
import java.util.Random;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.cornutum.tcases.openapi.ModelOptions;
import org.cornutum.tcases.openapi.io.TcasesOpenApiIO;
import org.cornutum.tcases.openapi.resolver.ParamData;
import org.cornutum.tcases.openapi.resolver.RequestCase;
import org.cornutum.tcases.openapi.resolver.RequestCases;
import org.cornutum.tcases.openapi.resolver.RequestTestDef;
import org.cornutum.tcases.openapi.testwriter.RequestCaseUtils;
import org.cornutum.tcases.openapi.testwriter.encoder.DataValueBinary;
import org.cornutum.tcases.openapi.testwriter.encoder.DataValueJson;
import org.cornutum.tcases.resolve.ResolverContext;

/**
 * Sends the requests that tcases makes from a server's OpenAPI document, valid and invalid ones,
 * and compares each answer with the document. Arguments: the server's URL, a token of scope admin,
 * and a seed for each round. Exits with 1 if an answer is wrong.
 */
public final class FuzzApi {

    private static final Pattern LEAK =
            Pattern.compile("Exception|java\\.|io\\.(netty|micronaut|genledger)|tools\\.jackson");

    private static final Pattern NOT_SENT =
            Pattern.compile(
                    ".*\\.Type=(Not string|Not array|null)|Body\\.(W-W.*|Media-Type=Other)"
                            + "|id\\.(Defined=No|Value\\.Length=0)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final String token;
    private final byte[] document;
    private final JsonNode paths;
    private int sent;
    private int invalid;
    private int refused;
    private int wrong;

    private FuzzApi(URI server, String token) throws Exception {
        this.server = server;
        this.token = token;
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/openapi.json")).build();
        document = client.send(request, BodyHandlers.ofByteArray()).body();
        paths = new ObjectMapper().readTree(document).path("paths");
    }

    public static void main(String[] arguments) throws Exception {
        FuzzApi fuzz = new FuzzApi(URI.create(arguments[0]), arguments[1]);
        for (int seed = 2; seed < arguments.length; seed++) {
            fuzz.round(Long.parseLong(arguments[seed]));
        }
        System.out.printf(
                "%d requests, %d of them invalid, %d refused; %d wrong answers%n",
                fuzz.sent, fuzz.invalid, fuzz.refused, fuzz.wrong);
        System.exit(fuzz.wrong == 0 && fuzz.sent > 0 ? 0 : 1);
    }

    private void round(long seed) throws Exception {
        RequestTestDef cases =
                RequestCases.getRequestCases(
                        TcasesOpenApiIO.getRequestTests(
                                new ByteArrayInputStream(document),
                                "json",
                                ModelOptions.builder().serverUri(server).build()),
                        ResolverContext.builder("genledger").random(new Random(seed)).build());
        for (RequestCase each : cases.getRequestCases()) {
            HttpRequest request;
            try {
                request = request(each);
            } catch (IllegalArgumentException notOfHttp) {
                continue; // A header that no client sends; RawRequestsTest does.
            }
            sent++;
            invalid += each.isFailure() ? 1 : 0;
            HttpResponse<InputStream> answer =
                    client.send(request, BodyHandlers.ofInputStream());
            try {
                check(each, answer);
            } catch (RuntimeException | AssertionError difference) {
                wrong++;
                System.out.printf(
                        "seed %d: %s %s (%s)%n  -> %d: %s%n",
                        seed,
                        request.method(),
                        request.uri(),
                        each.getInvalidInput(),
                        answer.statusCode(),
                        difference);
            }
        }
    }

    private HttpRequest request(RequestCase each) {
        String path = each.getPath();
        StringJoiner query = new StringJoiner("&", "?", "");
        HttpRequest.Builder request = HttpRequest.newBuilder();
        for (ParamData parameter : each.getParams()) {
            switch (parameter.getLocation()) {
                case PATH ->
                        path =
                                path.replace(
                                        "{" + parameter.getName() + "}",
                                        RequestCaseUtils.getPathParameterValue(parameter, true)
                                                .replace("/", "%2F")
                                                .replace("&", "%26")
                                                .replace(";", "%3B")
                                                .replace("+", "%2B"));
                case QUERY ->
                        RequestCaseUtils.getQueryParameters(parameter, true)
                                .forEach(pair -> query.add(pair(pair)));
                case HEADER ->
                        RequestCaseUtils.getHeaderParameterValue(parameter)
                                .ifPresent(value -> request.header(parameter.getName(), value));
                default -> throw new IllegalStateException(parameter.toString());
            }
        }
        if (!each.isAuthFailure()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.uri(URI.create(server + path + (query.length() == 1 ? "" : query)))
                .method(each.getOperation().toUpperCase(Locale.ROOT), body(each, request))
                .build();
    }

    private static String pair(Entry<String, String> pair) {
        return pair.getValue() == null ? pair.getKey() : pair.getKey() + "=" + pair.getValue();
    }

    private static BodyPublisher body(RequestCase each, HttpRequest.Builder request) {
        if (each.getBody() == null || each.getBody().getValue() == null) {
            return BodyPublishers.noBody();
        }
        String mediaType = String.valueOf(each.getBody().getMediaType());
        boolean isAny = mediaType.contains("*");
        request.header("Content-Type", isAny ? "application/octet-stream" : mediaType);
        return isAny
                ? BodyPublishers.ofByteArray(DataValueBinary.toBytes(each.getBody().getValue()))
                : BodyPublishers.ofString(DataValueJson.toJson(each.getBody().getValue()));
    }

    private void check(RequestCase each, HttpResponse<InputStream> answer) throws IOException {
        int status = answer.statusCode();
        refused += status >= 400 ? 1 : 0;
        JsonNode stated =
                paths.path(each.getPath())
                        .path(each.getOperation().toLowerCase(Locale.ROOT))
                        .path("responses").path(status + "");
        require(!stated.isMissingNode(), "the document does not state this status");
        require(status < 500, "a failure of the server");
        // A request line beyond the limit is refused before the token is looked at.
        require(!each.isAuthFailure() || status == 401 || status == 413, "without a token");
        require(
                !isRefusable(each, answer.uri()) || status >= 400, "an invalid request is taken");
        String mediaType = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        try (InputStream body = answer.body()) {
            if (mediaType.equals("text/event-stream")) {
                return; // It has no end.
            }
            String text = new String(body.readAllBytes(), UTF_8);
            require(status < 400 || text.startsWith("{\""), "no problem");
            require(status < 400 || !LEAK.matcher(text).find(), text);
        }
    }

    /** Whether the fault is in what is sent: each parameter is text, and bodies may be of any type. */
    private static boolean isRefusable(RequestCase each, URI sent) {
        return each.isFailure()
                && !NOT_SENT.matcher(each.getInvalidInput()).matches()
                && !isFlagWithoutValue(each.getInvalidInput(), sent);
    }

    /** A flag needs no value: an empty one sets it, which tcases takes for a text. */
    private static boolean isFlagWithoutValue(String fault, URI sent) {
        String flag = fault.replaceFirst("\\.Type=Not boolean$", "");
        return !flag.equals(fault)
                && ("&" + sent.getRawQuery() + "&").contains("&" + flag + "=&");
    }

    private static void require(boolean isTrue, String reason) {
        if (!isTrue) {
            throw new AssertionError(reason);
        }
    }
}
