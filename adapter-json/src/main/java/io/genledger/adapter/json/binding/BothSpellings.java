package io.genledger.adapter.json.binding;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a wire record whose fields are read in OpenRouter's spelling, {@code total_cost}, and in
 * that of its TypeScript SDK, {@code totalCost} (OPENROUTER.md §3.12).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BothSpellings {}
