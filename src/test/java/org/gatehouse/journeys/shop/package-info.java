/** An application of somebody else's, which trusts the tokens of Gatehouse by nothing but MicroProfile JWT. */
package org.gatehouse.journeys.shop;
