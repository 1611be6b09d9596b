package org.gatehouse.permissions;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a resource method does, in the words in which permissions are granted: {@code controller.action} for our own,
 * such as {@code user.me}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Action {

    /** Stands before the names of our own actions wherever permissions are stored or shown. */
    String PREFIX = "plugin::users-permissions.";

    String value();
}
