package com.example.shop.dao;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class OrderDao {
    private final JdbcTemplate jdbc;

    public OrderDao(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<Map<String, Object>> search(String customer, int limit) {
        StringBuilder sql = new StringBuilder("SELECT * FROM orders WHERE customer LIKE '%");
        sql.append(customer).append("%' LIMIT ").append(limit);
        return jdbc.queryForList(sql.toString());
    }

    public List<Map<String, Object>> find(String customer) {
        return jdbc.queryForList("SELECT * FROM orders WHERE customer = ?", customer);
    }

    public List<Map<String, Object>> sorted(String column) {
        return jdbc.queryForList("SELECT * FROM orders ORDER BY " + column);
    }

    public List<Map<String, Object>> byId(String id) {
        return jdbc.queryForList("SELECT * FROM orders WHERE id = " + id);
    }
}
