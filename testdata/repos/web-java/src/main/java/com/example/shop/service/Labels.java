package com.example.shop.service;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

class Labels {
    private static final Set<String> PRINTERS = Set.of("front", "back");

    void print(long id, String printer) throws IOException {
        List<String> command = new ArrayList<>();
        command.add("sh");
        command.add("-c");
        command.add("label " + id + " | lp -d " + printer);
        new ProcessBuilder(command).start();
    }

    void printSafely(long id, String printer) throws IOException {
        if (!PRINTERS.contains(printer)) {
            throw new IllegalArgumentException("no such printer");
        }
        new ProcessBuilder("lp", "-d", printer, "/srv/labels/" + id).start();
    }
}
