/** Metadata documents as bytes, and the ports that split, decode and reject them. */
@NullMarked
package io.genledger.ports.document;

import org.jspecify.annotations.NullMarked;
