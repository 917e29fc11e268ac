package com.example.shop.store;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class Documents {
    private final Path root;

    public Documents(String root) {
        this.root = Path.of(root);
    }

    public byte[] read(String name) throws IOException {
        try (FileInputStream in = new FileInputStream(root + "/" + name)) {
            return in.readAllBytes();
        }
    }

    public byte[] readInside(String name) throws IOException {
        Path file = root.resolve(Path.of(name).getFileName());
        return Files.readAllBytes(file);
    }
}
