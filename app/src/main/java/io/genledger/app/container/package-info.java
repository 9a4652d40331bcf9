/** Opening folders and compressed files by their content, and advice for files of other kinds. */
@NullMarked
package io.genledger.app.container;

import org.jspecify.annotations.NullMarked;
