package io.genledger.app.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.app.option.NamedValues;
import io.genledger.app.web.RunningServer;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OpenApiRouteTest {

    @TempDir static Path folder;

    private static RunningServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        server = new RunningServer(folder);
        document = server.json("/openapi.json");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyRouteIsDescribed() {
        server.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .forEach(route -> {
                    JsonNode operation =
                            document.path("paths")
                                    .path(route.getUriMatchTemplate().toPathString())
                                    .path(route.getHttpMethod().name().toLowerCase(Locale.ROOT));
                    assertThat(operation.path("responses").has("400"))
                            .as(route.toString())
                            .isTrue();
                    assertThat(operation.path("summary").asString())
                            .as(route.toString())
                            .isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "/ledger/v1/report, io.genledger.app.option.report.ReportOptions",
        "/ledger/v1/generations, io.genledger.app.option.report.ListOptions",
        "/ledger/v1/export, io.genledger.app.option.export.ExportOptions",
        "/ledger/v1/findings, io.genledger.app.option.AuditOptions",
        "/ledger/v1/queue, io.genledger.app.option.QueueListOptions",
        "/ledger/v1/status, io.genledger.app.option.plan.AllowanceOption"
    })
    void everyOptionOfTheCommandIsAParameter(String path, Class<?> options) {
        List<String> names = names(parameters(path));

        assertThat(names)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        NamedValues.options(options)
                                .map(option -> option.longestName().substring(2))
                                .toList())
                .isNotEmpty();
    }

    @Test
    void parametersSayWhatTheyTake() {
        JsonNode by = parameter("/ledger/v1/report", "by");
        JsonNode model = parameter("/ledger/v1/report", "model");

        assertThat(by.path("explode").asBoolean()).isFalse();
        assertThat(by.path("schema").path("items").path("enum").toString())
                .contains("\"day\"", "\"model\"");
        assertThat(model.path("explode").asBoolean()).isTrue();
        assertThat(parameter("/ledger/v1/report", "percentiles").path("schema"))
                .hasToString("{\"type\":\"boolean\"}");
        assertThat(
                        parameter("/ledger/v1/report", "percentiles")
                                .path("allowEmptyValue")
                                .asBoolean())
                .isTrue();
        assertThat(parameter("/ledger/v1/colours", "dimension").path("required").asBoolean())
                .isTrue();
        assertThat(parameter("/ledger/v1/generations/{id}", "id").path("in").asString())
                .isEqualTo("path");
        assertThat(document.toString()).doesNotContain("${", "%%", "--");
    }

    @Test
    void thePageNamesEveryPathAndRunsNoScript() {
        String page = server.get("/openapi").body();

        assertThat(page).contains("<code>breakdown</code>").doesNotContain("<script", "style=");
        for (String path : names(document.path("paths"))) {
            assertThat(page).contains(path + "</code>");
        }
        assertThat(server.get("/openapi.css").headers().firstValue("content-type").orElseThrow())
                .startsWith("text/css");
    }

    @Test
    void everyReferenceHasItsSchema() {
        List<JsonNode> references = document.findValues("$ref");

        assertThat(references).isNotEmpty();
        for (JsonNode reference : references) {
            assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
    }

    @Test
    void answersAreAsTheirSchemasSay() {
        server.record(RecordedDocuments.records().get(0).bytes());
        String id = RecordedDocuments.records().get(0).id().value();

        for (String path :
                List.of(
                        "/ledger/v1/report",
                        "/ledger/v1/status",
                        "/ledger/v1/findings",
                        "/ledger/v1/queue",
                        "/ledger/v1/generations/" + id,
                        "/ledger/v1/generations/" + id + "/why",
                        "/ledger/v1/generations/" + id + "/history")) {
            JsonNode schema =
                    document.path("paths")
                            .path(path.replace(id, "{id}"))
                            .path("get")
                            .path("responses")
                            .path("200")
                            .path("content")
                            .path("application/json")
                            .path("schema");
            assertValid(server.json(path), schema, path);
        }
    }

    /** Objects have the properties of their schema and no others, and values its type. */
    private void assertValid(JsonNode value, JsonNode stated, String where) {
        JsonNode schema = resolved(stated);
        if (value.isNull()) {
            assertThat(stated.path("nullable").asBoolean()).as(where).isTrue();
        } else if (value.isObject() && schema.has("properties")) {
            assertThat(names(value))
                    .as(where)
                    .containsExactlyInAnyOrderElementsOf(names(schema.path("properties")));
            for (String name : names(value)) {
                assertValid(
                        value.path(name), schema.path("properties").path(name), where + "." + name);
            }
        } else if (value.isArray()) {
            assertThat(schema.path("type").asString()).as(where).isEqualTo("array");
            value.forEach(each -> assertValid(each, schema.path("items"), where + "[]"));
        } else {
            assertThat(types(value)).as(where).contains(schema.path("type").asString());
        }
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode reference = schema.has("allOf") ? schema.path("allOf").path(0) : schema;
        return reference.has("$ref")
                ? document.at(reference.path("$ref").asString().substring(1))
                : reference;
    }

    private static List<String> types(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> List.of("string");
            case BOOLEAN -> List.of("boolean");
            case NUMBER ->
                    value.isIntegralNumber() ? List.of("integer", "number") : List.of("number");
            default -> List.of("object");
        };
    }

    private JsonNode parameters(String path) {
        return document.path("paths").path(path).path("get").path("parameters");
    }

    private JsonNode parameter(String path, String name) {
        for (JsonNode each : parameters(path)) {
            if (each.path("name").asString().equals(name)) {
                return each;
            }
        }
        throw new AssertionError(path + " has no parameter " + name);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> names.add(each.path("name").asString()));
        } else {
            names.addAll(node.propertyNames());
        }
        return names;
    }
}
