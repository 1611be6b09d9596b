package org.gatehouse.platform;

/** A setting whose value is not allowed. The value itself stays out of the message: it may be a secret. */
public class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InvalidSettingException(String name, String allowed, String reason) {
        super(name + " must be " + allowed + (reason == null || reason.isBlank() ? "" : " (" + reason + ")"));
    }
}
