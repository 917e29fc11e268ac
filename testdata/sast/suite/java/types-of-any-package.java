import javax.shelf.Book;
class A {
    // ok: java-types-of-any-package-any, java-types-of-any-package-typed-list
    private Book field = null;
    void f(Book b, java.old.Book o, Page p) {
        // ruleid: java-types-of-any-package-any
        b.open(1);
        // ruleid: java-types-of-any-package-any
        o.open(1);
        // ruleid: java-types-of-any-package-any
        field.open(1);
        // ok: java-types-of-any-package-any, java-types-of-any-package-typed-list
        p.open(1);
        // ruleid: java-types-of-any-package-typed-list
        List<String> names = g();
        // ruleid: java-types-of-any-package-typed-list
        use(names);
    }
}
