/** Sources of metadata documents, the rate limit of their requests, and their failures. */
@NullMarked
package io.genledger.ports.source;

import org.jspecify.annotations.NullMarked;
