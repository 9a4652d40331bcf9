/** Metadata documents as bytes, and the ports that split and decode them. */
@NullMarked
package io.genledger.ports.document;

import org.jspecify.annotations.NullMarked;
