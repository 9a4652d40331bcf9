/** Text for people: safe to print, with the same form of numbers and times everywhere. */
@NullMarked
package io.genledger.app.cli.render;

import org.jspecify.annotations.NullMarked;
