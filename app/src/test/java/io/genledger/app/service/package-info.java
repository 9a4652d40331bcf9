/** Tests of work in the background. */
@NullMarked
package io.genledger.app.service;

import org.jspecify.annotations.NullMarked;
