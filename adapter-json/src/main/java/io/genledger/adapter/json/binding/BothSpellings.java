package io.genledger.adapter.json.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a wire record whose fields are read in two spellings: OpenRouter's own, {@code total_cost},
 * and that of OpenRouter's TypeScript SDK and of files exported with it, {@code totalCost}. The
 * fields of any other wire record are read in OpenRouter's spelling only.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BothSpellings {}
