/**
 * What a company's own code implements to extend Gatehouse. Each extension is a CDI bean in the class path of the
 * application: in {@code WEB-INF/lib}, or in the {@code lib} of the EAR. Nothing here depends on anything else of
 * Gatehouse.
 */
package org.gatehouse.spi;
