package io.genledger.app.export.parquet;

import io.genledger.app.export.column.ExportColumn;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.TokenCount;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The types of columns in Parquet, and values of them. */
final class ParquetTypes {

    static final int AMOUNT_DIGITS = 38;
    static final int AMOUNT_DECIMALS = 12;

    private static final int AMOUNT_BYTES = 16;
    private static final int DURATION_DIGITS = 18;
    private static final int DURATION_DECIMALS = 3;
    private static final int NANOS_OF_MICRO = 1000;

    private ParquetTypes() {}

    static Type of(String name, ExportColumn.Type type, boolean isNullable) {
        Type.Repetition repetition =
                isNullable ? Type.Repetition.OPTIONAL : Type.Repetition.REQUIRED;
        return switch (type) {
            case TEXT ->
                    Types.primitive(PrimitiveTypeName.BINARY, repetition)
                            .as(LogicalTypeAnnotation.stringType())
                            .named(name);
            case FLAG -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
            case TIME ->
                    Types.primitive(PrimitiveTypeName.INT64, repetition)
                            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                            .named(name);
            case COUNT -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
            case AMOUNT ->
                    Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
                            .length(AMOUNT_BYTES)
                            .as(LogicalTypeAnnotation.decimalType(AMOUNT_DECIMALS, AMOUNT_DIGITS))
                            .named(name);
            case DURATION ->
                    Types.primitive(PrimitiveTypeName.INT64, repetition)
                            .as(
                                    LogicalTypeAnnotation.decimalType(
                                            DURATION_DECIMALS, DURATION_DIGITS))
                            .named(name);
        };
    }

    /** Adds a value to the field that {@code consumer} has begun. */
    static void add(RecordConsumer consumer, ExportColumn.Type type, Object value) {
        switch (type) {
            case TEXT -> consumer.addBinary(text(value.toString()));
            case FLAG -> consumer.addBoolean((Boolean) value);
            case TIME ->
                    consumer.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
            case COUNT -> consumer.addLong(count(value));
            case AMOUNT -> consumer.addBinary(amount((UsdAmount) value));
            case DURATION -> consumer.addLong(thousandths((Duration) value));
        }
    }

    /** Compared and hashed as an array, in less time than {@link Binary#fromString}. */
    private static Binary text(String text) {
        return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long count(Object value) {
        return value instanceof TokenCount tokens ? tokens.value() : ((Number) value).longValue();
    }

    /** The units of an amount, big-endian in two's complement. */
    private static Binary amount(UsdAmount amount) {
        BigInteger units = amount.toUnits(AMOUNT_DECIMALS);
        byte[] shortest = units.toByteArray();
        byte[] bytes = new byte[AMOUNT_BYTES];
        Arrays.fill(bytes, (byte) (units.signum() < 0 ? -1 : 0));
        System.arraycopy(shortest, 0, bytes, bytes.length - shortest.length, shortest.length);
        return Binary.fromConstantByteArray(bytes);
    }

    /** Microseconds, to which the durations of a ledger are exact. */
    private static long thousandths(Duration duration) {
        return duration.toNanos() / NANOS_OF_MICRO;
    }
}
