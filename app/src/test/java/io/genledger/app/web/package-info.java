@NullMarked
package io.genledger.app.web;

import org.jspecify.annotations.NullMarked;
