/** Answers in a sentence or two. */
@NullMarked
package io.genledger.app.cli.render.line;

import org.jspecify.annotations.NullMarked;
