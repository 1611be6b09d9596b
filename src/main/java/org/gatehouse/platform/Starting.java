package org.gatehouse.platform;

/**
 * Fired once when the application starts. Rooms observe it to prepare what they need, in the order of these priorities;
 * whatever one of them throws ends the deployment with its message.
 */
public record Starting() {

    /** Settings from MicroProfile Config are in force. */
    public static final int CONFIGURATION = 100;
    /** The database is there and has today's schema. */
    public static final int DATABASE = 200;
    /** Secrets can be encrypted. */
    public static final int ENCRYPTION = 300;
    /** Stored settings are in force too; some of them rest encrypted. */
    public static final int STORED_SETTINGS = 400;
    /** Everything else. */
    public static final int ROOMS = 1000;
}
