/** Answers as HTML. */
@NullMarked
package io.genledger.app.cli.render.html;

import org.jspecify.annotations.NullMarked;
