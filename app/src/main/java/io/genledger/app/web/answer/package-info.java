/** What answers of routes are made of: tags of their contents, and bodies that are streamed. */
@NullMarked
package io.genledger.app.web.answer;

import org.jspecify.annotations.NullMarked;
