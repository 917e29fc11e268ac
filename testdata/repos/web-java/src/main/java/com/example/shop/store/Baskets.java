package com.example.shop.store;

import java.io.ByteArrayInputStream;
import java.io.ObjectInputStream;
import java.util.Base64;
import java.util.List;

public final class Baskets {
    private Baskets() {}

    @SuppressWarnings("unchecked")
    public static List<String> load(String cookie) throws Exception {
        byte[] bytes = Base64.getDecoder().decode(cookie);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (List<String>) in.readObject();
        }
    }

    public static List<String> parse(String cookie) {
        return List.of(cookie.split(","));
    }
}
