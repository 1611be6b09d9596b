/**
 * The use cases of accounts and permissions over GraphQL, with the operations, types and inputs of Strapi's Users &amp;
 * Permissions plugin.
 *
 * <p>Each operation stands for a resource method of the REST API: it asks for the same action, counts in the same rate
 * limit and runs the same use case. The schema is {@code graphql/schema.graphqls} on the class path.
 */
package org.gatehouse.graphql;
