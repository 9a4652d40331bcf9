/** The formats of text: lines of JSON and CSV. */
@NullMarked
package io.genledger.app.export.text;

import org.jspecify.annotations.NullMarked;
