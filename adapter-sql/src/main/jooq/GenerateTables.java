import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;

/**
 * Generates jOOQ's classes from a SQLite ledger that the migrations create, so that they contain
 * every key and index. The build runs this when a migration changed.
 */
final class GenerateTables {

    /** The first version whose script starts from an empty database. */
    private static final int OLDEST = 9;

    private GenerateTables() {}

    public static void main(String[] arguments) throws Exception {
        Path ledger = Path.of("target/jooq/ledger.db");
        Files.createDirectories(ledger.getParent());
        Files.deleteIfExists(ledger);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                Statement statement = connection.createStatement();
                Stream<Path> files = Stream.concat(list(""), list("/sqlite"))) {
            for (Path script : files.filter(file -> version(file) >= OLDEST).sorted(Comparator.comparingInt(GenerateTables::version)).toList()) {
                statement.executeUpdate(Files.readString(script));
            }
        }
        GenerationTool.generate(Files.readString(Path.of("src/main/jooq/generator.xml")));
    }

    private static Stream<Path> list(String folder) throws IOException {
        return Files.list(Path.of("src/main/resources/db/migration" + folder)).filter(Files::isRegularFile);
    }

    /** The number in a name like V10__indexes.sql. */
    private static int version(Path script) {
        return Integer.parseInt(script.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1"));
    }
}
