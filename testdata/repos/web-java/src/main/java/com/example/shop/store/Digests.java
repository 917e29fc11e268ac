package com.example.shop.store;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.Random;

public class Digests {
    private final Properties settings = new Properties();

    public Digests() throws IOException {
        try (InputStream in = Digests.class.getResourceAsStream("/shop.properties")) {
            settings.load(in);
        }
    }

    public byte[] legacy(byte[] data) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-1");
        return digest.digest(data);
    }

    public byte[] current(byte[] data) throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(data);
    }

    public String resetToken() {
        long resetToken = new Random().nextLong();
        return Long.toHexString(resetToken);
    }

    public String sessionToken() {
        byte[] token = new byte[16];
        new SecureRandom().nextBytes(token);
        return java.util.HexFormat.of().formatHex(token);
    }

    public int shelf(int shelves) {
        return new Random().nextInt(shelves);
    }
}
