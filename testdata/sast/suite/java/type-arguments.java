import java.util.*;
class Shelf {
    // ruleid: java-type-arguments-list, java-type-arguments-var
    List<String> names = new ArrayList<String>();
    void fill(Pair<Integer, Book> p) {
        // ruleid: java-type-arguments-map
        Map<String, Book> byName = new HashMap<>();
        // ruleid: java-type-arguments-set
        Set plain = new HashSet();
        // ruleid: java-type-arguments-box
        Box<Book> box = new Box<Book>(p);
        // ruleid: java-type-arguments-static
        Reader.<Book>read(p);
        // ok: java-type-arguments-list, java-type-arguments-map, java-type-arguments-set, java-type-arguments-box, java-type-arguments-static, java-type-arguments-var, java-type-arguments-method
        new Tree<Book>(p) {};
        // ruleid: java-type-arguments-method
        box.<Book>put(p);
    }
}
