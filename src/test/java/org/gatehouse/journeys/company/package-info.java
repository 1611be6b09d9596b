/** What a company deploys with Gatehouse: an identity provider, a rule, actions and claims of its own. */
package org.gatehouse.journeys.company;
