/** Opening folders and compressed files, by their content. */
@NullMarked
package io.genledger.app.container;

import org.jspecify.annotations.NullMarked;
