/**
 * The columns of exports with their documentation, and the interface that each format implements.
 */
@NullMarked
package io.genledger.app.export.column;

import org.jspecify.annotations.NullMarked;
