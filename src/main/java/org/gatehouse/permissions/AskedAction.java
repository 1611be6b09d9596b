package org.gatehouse.permissions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource method that does nothing but answer: its action is the one that the query parameter {@code action}
 * names, in full. So an application learns whether a caller may do something by being let through or refused.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AskedAction {
}
