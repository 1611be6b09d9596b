/** Begins and finishes logins with identity providers. */
package org.gatehouse.providers.protocol;
