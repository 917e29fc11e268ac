package com.example.shop.service;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

class Webhooks {
    void announce(String address) throws IOException {
        URL url = new URL(address);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestMethod("POST");
        connection.getResponseCode();
    }

    void announceToPartner(String partner) throws IOException {
        String name = URLEncoder.encode(partner, StandardCharsets.UTF_8);
        URL url = new URL("https://partners.example.com/notify?partner=" + name);
        url.openConnection().getInputStream().close();
    }
}
