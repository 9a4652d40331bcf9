package io.genledger.app.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.genledger.app.view.json.ViewJson;
import io.genledger.domain.ledger.Difference;
import io.genledger.domain.metrics.Gap;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.admin.QueueTotal;
import io.genledger.ports.usecase.collect.Delay;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every shape is what its golden file says. After a change on purpose, run this test with {@code
 * -Dgolden.write=true}, look at the difference, and mend the section JSON of README.
 */
class GoldenFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/genledger/app/view");

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    /** Objects whose keys are the names of a record's fields, documented or not. */
    private static final Set<String> BY_FIELD =
            Set.of("stated", "evidence", "unknownFields", "filters", "slots", "unreadable");

    @ParameterizedTest
    @MethodSource("names")
    void aShapeIsAsItsGoldenFile(String name) throws IOException {
        String json = pretty(name) + "\n";
        Path file = FOLDER.resolve(name + ".json");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, json);
        }

        assertThat(json).isEqualTo(Files.readString(file));
    }

    @Test
    void everyGoldenFileIsOfAShape() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names().stream().map(name -> name + ".json").toList());
        }
    }

    @Test
    void everyViewIsInAGoldenFile() throws ReflectiveOperationException {
        Set<String> shown = new TreeSet<>();
        for (Record view : SampleViews.all().values()) {
            collect(view, shown);
        }
        Set<String> views =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages("io.genledger.app.view")
                                .stream()
                                .filter(JavaClass::isRecord)
                                .filter(each ->
                                        !each.getPackageName().equals("io.genledger.app.view"))
                                .map(JavaClass::getName)
                                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(views).hasSizeGreaterThan(25);
        assertThat(shown)
                .containsAll(views)
                .contains(
                        AttemptOutcome.class.getName(),
                        Delay.class.getName(),
                        Difference.class.getName(),
                        Gap.class.getName(),
                        QueueTotal.class.getName(),
                        Rejection.class.getName());
    }

    @Test
    void readmeNamesEveryField() throws IOException {
        Set<String> fields = new TreeSet<>();
        for (String name : names()) {
            collectFields(JSON.readTree(pretty(name)), fields);
        }
        String readme = Files.readString(Path.of("README.md"));
        String rest = readme.substring(readme.indexOf("\n## JSON\n") + 1);
        int next = rest.indexOf("\n## ");
        String section = next < 0 ? rest : rest.substring(0, next);

        assertThat(fields).hasSizeGreaterThan(100);
        assertThat(fields).allSatisfy(field -> assertThat(section).contains("`" + field + "`"));
    }

    static Collection<String> names() {
        return SampleViews.all().keySet();
    }

    private static String pretty(String name) {
        Record view = Optional.ofNullable(SampleViews.all().get(name)).orElseThrow();
        return JSON.writeValueAsString(JSON.readTree(ViewJson.of(view)));
    }

    private static void collect(Object value, Set<String> into)
            throws ReflectiveOperationException {
        switch (value) {
            case Optional<?> some when some.isPresent() -> collect(some.get(), into);
            case Collection<?> all -> {
                for (Object each : all) {
                    collect(each, into);
                }
            }
            case Map<?, ?> map -> collect(map.values(), into);
            case Record view -> {
                into.add(view.getClass().getName());
                for (RecordComponent component : view.getClass().getRecordComponents()) {
                    collect(component.getAccessor().invoke(view), into);
                }
            }
            default -> {}
        }
    }

    private static void collectFields(JsonNode value, Set<String> into) {
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            into.add(property.getKey());
            if (!BY_FIELD.contains(property.getKey())) {
                collectFields(property.getValue(), into);
            }
        }
        value.values()
                .forEach(each -> {
                    if (value.isArray()) {
                        collectFields(each, into);
                    }
                });
    }
}
