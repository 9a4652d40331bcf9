package io.genledger.app.container;

import static io.genledger.app.container.Packed.gzip;
import static io.genledger.app.container.Packed.joined;
import static io.genledger.app.container.Packed.start;
import static io.genledger.app.container.Packed.utf8;
import static io.genledger.app.container.Packed.zip;
import static io.genledger.app.container.Packed.zstd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.ports.usecase.intake.files.ImportFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainersTest {

    private static final Limits SMALL = new Limits(3, 2L << 30, 500, 1 << 20);

    private final List<String> found = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final ImportFiles.Visitor visitor =
            new ImportFiles.Visitor() {
                @Override
                public void file(String name, InputStream stream) throws IOException {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try {
                        stream.transferTo(bytes);
                    } finally {
                        found.add(name + " " + bytes.toString(StandardCharsets.UTF_8));
                    }
                    stream.close();
                }

                @Override
                public void unreadable(String name, String reason) {
                    faults.add(name + ": " + reason);
                }
            };

    @Test
    void passesAnUncompressedFileOnAsItIs() throws IOException {
        open("a.gz", utf8("plain"));
        open("empty", new byte[0]);

        assertThat(found).containsExactly("a.gz plain", "empty ");
        assertThat(faults).isEmpty();
    }

    @Test
    void recognisesContainersByTheirContent() throws IOException {
        open("a.txt", gzip(utf8("one")));
        open("b", zstd(utf8("two")));
        open("c.json", zip(Map.of("x.json", utf8("three"))));

        assertThat(found).containsExactly("a.txt one", "b two", "c.json!/x.json three");
        assertThat(faults).isEmpty();
    }

    @Test
    void readsAllMembersOfGzipAndAllFramesOfZstd() throws IOException {
        open("a", joined(gzip(utf8("one ")), gzip(utf8("two"))));
        open("b", joined(zstd(utf8("one ")), zstd(utf8("two"))));

        assertThat(found).containsExactly("a one two", "b one two");
    }

    /** A pipe says that no bytes are ready although more will come. */
    @Test
    void readsAllMembersFromASlowPipe() throws IOException {
        byte[] members = joined(gzip(utf8("one ")), gzip(utf8("two")));
        InputStream slow =
                new FilterInputStream(new ByteArrayInputStream(members)) {
                    @Override
                    public int read(byte[] bytes, int from, int most) throws IOException {
                        return super.read(bytes, from, Math.min(most, 1));
                    }

                    @Override
                    public int available() {
                        return 0;
                    }
                };
        new Containers().open("a", slow, visitor);

        assertThat(found).containsExactly("a one two");
    }

    @Test
    void readsTheFilesOfAnArchiveWithoutFoldersHiddenFilesAndRejects() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("b/", new byte[0]);
        entries.put("b/1.json", utf8("1"));
        entries.put(".git/config", utf8("no"));
        entries.put("__MACOSX/b/._1.json", utf8("no"));
        entries.put("b/1.json.rejects", utf8("no"));
        entries.put("größe.json", utf8("2"));
        open("log.zip", zip(entries));

        assertThat(found).containsExactly("log.zip!/b/1.json 1", "log.zip!/größe.json 2");
    }

    /** As {@code zip -r} and other programs write them. */
    @Test
    void pathsThatBeginWithTheFolderItselfAreNotHidden() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("./1.json", utf8("1"));
        entries.put("../b/./2.json", utf8("2"));
        entries.put("./.hidden", utf8("no"));
        open("log.zip", zip(entries));

        assertThat(found).containsExactly("log.zip!/./1.json 1", "log.zip!/../b/./2.json 2");
        assertThat(faults).isEmpty();
    }

    @Test
    void saysThatAnArchiveHoldsNoDocument() throws IOException {
        open("log.zip", zip(Map.of(".hidden", utf8("no"))));
        open("empty.zip", zip(Map.of()));

        assertThat(found).isEmpty();
        assertThat(faults)
                .containsExactly(
                        "log.zip: no document in it; hidden files are left out",
                        "empty.zip: no document in it; hidden files are left out");
    }

    @Test
    void opensAContainerInAContainerAndNoDeeper() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.gz", gzip(utf8("one")));
        entries.put("deep.gz", gzip(gzip(utf8("never"))));
        entries.put("b.zip", zip(Map.of("c.json", utf8("two"))));
        open("log.zip", zip(entries));

        assertThat(found).containsExactly("log.zip!/a.gz one", "log.zip!/b.zip!/c.json two");
        assertThat(faults)
                .containsExactly(
                        "log.zip!/deep.gz: it is compressed more than twice; unpack it first");
    }

    @Test
    void passesOnWhatIsBeforeTheEndOfACutOffFile() throws IOException {
        byte[] random = utf8(randomText(300_000));
        byte[] gzip = gzip(random);
        byte[] zstd = zstd(random);
        open("a", start(gzip, gzip.length / 2));
        open("b", start(zstd, zstd.length / 2));

        assertThat(found).hasSize(2).allMatch(text -> text.length() > 50_000);
        assertThat(faults)
                .hasSize(2)
                .satisfies(
                        all -> assertThat(all.get(0)).startsWith("a: it is cut off;"),
                        all -> assertThat(all.get(1)).startsWith("b: it is damaged or cut off: "));
    }

    /**
     * The sum behind a file of an archive is wrong, which is known only when all of it was read.
     */
    @ParameterizedTest
    @ValueSource(ints = {10, 1_000, 100_000})
    void passesOnWhatIsBeforeAWrongChecksum(int length) throws IOException {
        String text = randomText(length);
        byte[] zip = zip(Map.of("a.json", utf8(text)));
        String signature = "PK\7\b";
        int descriptor = new String(zip, StandardCharsets.ISO_8859_1).indexOf(signature);
        zip[descriptor + signature.length()] ^= 1;
        open("log.zip", zip);

        assertThat(found).containsExactly("log.zip!/a.json " + text);
        assertThat(faults).singleElement().asString().startsWith("log.zip: it is damaged");
    }

    @Test
    void aDamagedFileInAnArchiveDoesNotEndIt() throws IOException {
        byte[] gzip = gzip(utf8(randomText(1_000)));
        gzip[gzip.length / 2] ^= 0x55;
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.gz", gzip);
        entries.put("b.json", utf8("two"));
        open("log.zip", zip(entries));

        assertThat(found).hasSize(2).last().isEqualTo("log.zip!/b.json two");
        assertThat(faults).singleElement().asString().startsWith("log.zip!/a.gz: it is damaged");
    }

    @Test
    void noticesEveryPlaceAtWhichAnArchiveIsCutOff() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.json", utf8("one"));
        entries.put("b.json", utf8("two"));
        byte[] whole = zip(entries);
        int endRecord = 22;
        for (int length = 4; length <= whole.length - endRecord; length++) {
            faults.clear();
            open("log.zip", start(whole, length));
            assertThat(faults).as("cut off at %s", length).hasSize(1);
        }
        faults.clear();
        open("log.zip", whole);
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "BZh91AY, it is compressed by bzip2; unpack it first",
        "'SQLite format 3\0', it is a SQLite file; export its rows as JSON",
        "PAR1, it is a Parquet file"
    })
    void namesOtherFormats(String start, String reason) throws IOException {
        open("x", utf8(start + "..."));

        assertThat(found).isEmpty();
        assertThat(faults).singleElement().asString().startsWith("x: " + reason);
    }

    @Test
    void refusesTarAloneAndCompressed() throws IOException {
        byte[] tar = new byte[1_024];
        System.arraycopy(utf8("ustar"), 0, tar, 257, 5);
        open("a.tar", tar);
        open("a.tar.gz", gzip(tar));

        assertThat(faults)
                .containsExactly(
                        "a.tar: it is a tar archive; unpack it with tar -xf, and name the folder",
                        "a.tar.gz: it is a tar archive; unpack it with tar -xf, and name the"
                                + " folder");
    }

    @Test
    void anArchiveOfTooManyFilesIsReadUpToTheLimit() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 1; i <= 5; i++) {
            entries.put(i + ".json", utf8("" + i));
        }
        new Containers(SMALL).open("a.zip", stream(zip(entries)), visitor);

        assertThat(found).hasSize(3);
        assertThat(faults)
                .containsExactly(
                        "a.zip: it holds more than 3 files; unpack it, and name the folder");
    }

    @Test
    void stopsAFileThatUnpacksToFarMoreThanItsSize() throws IOException {
        ImportFiles.Visitor counting =
                new ImportFiles.Visitor() {
                    @Override
                    public void file(String name, InputStream stream) throws IOException {
                        stream.transferTo(OutputStream.nullOutputStream());
                    }

                    @Override
                    public void unreadable(String name, String reason) {
                        faults.add(name + ": " + reason);
                    }
                };
        byte[] zeros = new byte[8 << 20];
        new Containers(SMALL).open("a.gz", stream(gzip(zeros)), counting);
        new Containers(SMALL).open("b.zip", stream(zip(Map.of("z", zeros))), counting);
        new Containers(SMALL).open("c.zst", stream(zstd(zeros)), counting);
        new Containers(SMALL).open("d.zip", stream(zip(Map.of("z.gz", gzip(zeros)))), counting);

        assertThat(faults)
                .hasSize(4)
                .allMatch(fault -> fault.contains("unpacks to more than 500 times its size"));
    }

    /** Left out, or not read to its end: it is unpacked on the way to the next file. */
    @Test
    void stopsAFileThatIsNotReadAndUnpacksToFarMoreThanItsSize() throws IOException {
        byte[] zeros = new byte[8 << 20];
        ImportFiles.Visitor readingNothing =
                new ImportFiles.Visitor() {
                    @Override
                    public void file(String name, InputStream stream) {
                        found.add(name);
                    }

                    @Override
                    public void unreadable(String name, String reason) {
                        faults.add(name + ": " + reason);
                    }
                };
        for (String bomb : List.of(".hidden", "folder/", "read.json")) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put(bomb, zeros);
            entries.put("next.json", utf8("1"));
            new Containers(SMALL).open("a.zip", stream(zip(entries)), readingNothing);
        }

        assertThat(found).containsExactly("a.zip!/read.json");
        assertThat(faults)
                .hasSize(3)
                .allMatch(fault ->
                        fault.startsWith("a.zip: it unpacks to more than 500 times its size"));
    }

    @Test
    void stopsAtTheTotalOfAllFiles() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a", utf8(randomText(700_000)));
        entries.put("b", utf8(randomText(700_000)));
        new Containers(new Limits(10, 1 << 20, 500, 1 << 20))
                .open("a.zip", stream(zip(entries)), visitor);

        assertThat(found).hasSize(2);
        assertThat(faults).singleElement().asString().startsWith("a.zip: it unpacks to more than");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 200_000})
    void bytesBehindGzipAreSaid(int length) throws IOException {
        open(
                "a.gz",
                joined(joined(gzip(utf8("one ")), gzip(utf8("two"))), utf8(randomText(length))));

        assertThat(found).containsExactly("a.gz one two");
        assertThat(faults)
                .containsExactly(
                        "a.gz: it is damaged or cut off: bytes that are not gzip follow behind"
                                + " what was read");
    }

    /** A disk that fails is no fault of the container. */
    @Test
    void aFailureOfTheStreamIsPassedOn() {
        byte[] gzip = gzip(utf8(randomText(100_000)));
        InputStream failing =
                new FilterInputStream(stream(gzip)) {
                    private int left = gzip.length / 2;

                    @Override
                    public int read(byte[] bytes, int from, int most) throws IOException {
                        if (left <= 0) {
                            throw new IOException("Input/output error");
                        }
                        int length = super.read(bytes, from, Math.min(most, left));
                        left -= length;
                        return length;
                    }
                };

        assertThatIOException()
                .isThrownBy(() -> new Containers().open("a.gz", failing, visitor))
                .withMessage("Input/output error");
    }

    private void open(String name, byte[] bytes) throws IOException {
        new Containers().open(name, stream(bytes), visitor);
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static String randomText(int length) {
        Random random = new Random(1);
        return random.ints(length, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
