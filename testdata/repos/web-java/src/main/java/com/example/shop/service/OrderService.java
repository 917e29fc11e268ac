package com.example.shop.service;

import com.example.shop.dao.OrderDao;
import com.example.shop.store.Baskets;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

@Service
public class OrderService {
    private static final Map<String, String> COLUMNS = Map.of("date", "created_at", "total", "total_cents");

    private final OrderDao dao;
    private final Labels labels = new Labels();
    private final Webhooks webhooks = new Webhooks();

    public OrderService(OrderDao dao) {
        this.dao = dao;
    }

    public List<Map<String, Object>> search(String customer, int limit) {
        return dao.search(customer.trim(), limit);
    }

    public List<Map<String, Object>> find(String customer) {
        return dao.find(customer);
    }

    public List<Map<String, Object>> sorted(String by) {
        String column = COLUMNS.getOrDefault(by, "id");
        return dao.sorted(column);
    }

    public List<Map<String, Object>> byId(long id) {
        return dao.byId(String.valueOf(id));
    }

    public void label(long id, String printer) throws IOException {
        labels.print(id, printer);
        labels.printSafely(id, printer);
    }

    public void announce(String url) throws IOException {
        webhooks.announce(url);
        webhooks.announceToPartner(url);
    }

    public List<String> basket(String cookie) throws Exception {
        return Baskets.load(cookie);
    }
}
