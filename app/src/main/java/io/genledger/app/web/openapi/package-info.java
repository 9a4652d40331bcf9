/**
 * The document of all routes in OpenAPI's form, made from the routes, options and views themselves.
 */
@NullMarked
package io.genledger.app.web.openapi;

import org.jspecify.annotations.NullMarked;
