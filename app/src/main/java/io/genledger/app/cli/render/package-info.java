/** Text for people: sanitized, with one form of numbers and times. */
@NullMarked
package io.genledger.app.cli.render;

import org.jspecify.annotations.NullMarked;
