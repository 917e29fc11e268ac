package com.example.shop.web;

import com.example.shop.service.OrderService;
import com.example.shop.service.SearchRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/orders")
public class OrderController {
    private final OrderService orders;

    public OrderController(OrderService orders) {
        this.orders = orders;
    }

    /** Reaches the text of a statement in `OrderDao.search`, by way of a field of `SearchRequest`. */
    @GetMapping("/search")
    public List<Map<String, Object>> search(@RequestParam("customer") String customer) {
        SearchRequest request = new SearchRequest();
        request.setCustomer(customer);
        request.setLimit(20);
        return orders.search(request.getCustomer(), request.getLimit());
    }

    /** The same question with a placeholder. */
    @GetMapping("/find")
    public List<Map<String, Object>> find(@RequestParam("customer") String customer) {
        return orders.find(customer);
    }

    /** The column is looked up in a table of ours. */
    @GetMapping("/sorted")
    public List<Map<String, Object>> sorted(@RequestParam("by") String by) {
        return orders.sorted(by);
    }

    /** A number cannot carry a statement. */
    @GetMapping("/{id}")
    public List<Map<String, Object>> byId(@PathVariable("id") long id) {
        return orders.byId(id);
    }

    /** Reaches a shell in `Labels.print`. */
    @PostMapping("/{id}/label")
    public ResponseEntity<Void> label(@PathVariable("id") long id, @RequestParam("printer") String printer)
            throws IOException {
        orders.label(id, printer);
        return ResponseEntity.noContent().build();
    }

    /** Reaches an address in `Webhooks.announce`. */
    @PostMapping("/hooks")
    public ResponseEntity<Void> hook(@RequestBody Map<String, String> body) throws IOException {
        orders.announce(body.get("url"));
        return ResponseEntity.noContent().build();
    }

    /** Reaches `ObjectInputStream.readObject` in `Baskets.load`. */
    @GetMapping("/basket")
    public int basket(@CookieValue("basket") String basket) throws Exception {
        return orders.basket(basket).size();
    }
}
