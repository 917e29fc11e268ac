class Shop { void open() {
    // ok: java-classes-without-names-empty, java-classes-without-names-any, java-classes-without-names-reference, java-classes-without-names-new, java-classes-without-names-declared
    Door d = new Door();
    // ruleid: java-classes-without-names-empty, java-classes-without-names-any
    Door e = new Door() { void shut() { } };
    // ruleid: java-classes-without-names-any
    Door f = new Door(3) { };
    // ruleid: java-classes-without-names-reference, java-classes-without-names-new
    each(Door::new);
    // ruleid: java-classes-without-names-reference
    each(Door::key);
    // ok: java-classes-without-names-empty, java-classes-without-names-any, java-classes-without-names-reference, java-classes-without-names-new, java-classes-without-names-declared
    for (Door g : doors) use(g);
    // ruleid: java-classes-without-names-declared
    Door h;
} }
