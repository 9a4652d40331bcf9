/** Answers about one thing, as labelled facts in sections. */
@NullMarked
package io.genledger.app.cli.render.sheet;

import org.jspecify.annotations.NullMarked;
