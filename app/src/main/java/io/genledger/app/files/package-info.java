/** Files on this machine that others write. */
@NullMarked
package io.genledger.app.files;

import org.jspecify.annotations.NullMarked;
