package org.gatehouse.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets that rest in the database with AES-256-GCM (NIST SP 800-38D) under the operator's key. Each text is
 * bound to its purpose and owner by a context that is authenticated with it, so that a value copied into another row
 * or column no longer decrypts.
 *
 * <p>Stored format: Base64 of 12 bytes nonce, the encrypted UTF-8 text, and 16 bytes tag.
 */
@Singleton
public class Encryption {

    private static final Logger LOG = System.getLogger(Encryption.class.getName());
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Settings settings;
    private final SecureRandom random = new SecureRandom();
    private volatile SecretKeySpec key;

    @Inject
    Encryption(Settings settings) {
        this.settings = settings;
    }

    public String encrypt(String text, String context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var encrypted = apply(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), context);
        return Base64.getEncoder().encodeToString(
                ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array());
    }

    /**
     * Reads what {@link #encrypt} wrote.
     *
     * @throws IllegalStateException if the text was changed, belongs to another context, or was encrypted under another
     *                               key
     */
    public String decrypt(String encrypted, String context) {
        var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encrypted));
        var nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        var rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, rest, context), StandardCharsets.UTF_8);
    }

    /** Reads the operator's key; tells in plain words what is missing. */
    void start(@Observes @Priority(Starting.ENCRYPTION) Starting event) {
        key = new SecretKeySpec(settings.get(PlatformSettings.ENCRYPTION_KEY).or(this::keyInFile)
                .map(Encryption::decode)
                .orElseThrow(() -> new IllegalStateException("gatehouse.encryption-key (or gatehouse.encryption-key-file)"
                        + " must be set: 32 random bytes in Base64, made for instance by 'openssl rand -base64 32'."
                        + " It protects what rests in the database, so keep it as safe as the database itself.")), "AES");
    }

    private byte[] apply(int mode, byte[] nonce, byte[] text, String context) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What is stored for " + context + " cannot be decrypted. Was it written under"
                    + " another gatehouse.encryption-key?", e);
        }
    }

    private Optional<String> keyInFile() {
        return settings.get(PlatformSettings.ENCRYPTION_KEY_FILE).map(Path::of).flatMap(file -> {
            try {
                if (Files.exists(file)) {
                    return Optional.of(Files.readString(file));
                }
                return settings.get(PlatformSettings.MODE) == PlatformSettings.Mode.DEVELOPMENT
                        ? Optional.of(make(file)) : Optional.empty();
            } catch (IOException e) {
                throw new UncheckedIOException("gatehouse.encryption-key-file " + file + " cannot be read or made", e);
            }
        });
    }

    private String make(Path file) throws IOException {
        var fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        var text = Base64.getEncoder().encodeToString(fresh);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        LOG.log(Level.WARNING, "Development mode: made an encryption key in {0}. Without this file the data cannot be"
                + " read. Production needs a key of its own.", file.toAbsolutePath());
        return text;
    }

    private static byte[] decode(String text) {
        var bytes = Base64.getMimeDecoder().decode(text.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException("gatehouse.encryption-key must be 32 bytes in Base64, but is " + bytes.length
                    + " bytes long");
        }
        return bytes;
    }
}
