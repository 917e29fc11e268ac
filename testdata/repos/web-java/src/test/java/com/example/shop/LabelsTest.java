package com.example.shop;

import com.example.shop.store.Documents;
import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void reads() throws Exception {
        new Documents("/tmp").read("a.txt");
    }
}
