class Policies {
    private static Policies instance;
    private Rules rules = null;
    private volatile Rules safe;
    private static volatile Policies other = null;
    private String name;
    private Rules late;

    static Policies get() {
        // ruleid: java-double-checked-locking
        if (instance == null) {
            synchronized (Policies.class) {
                if (instance == null) {
                    instance = new Policies();
                }
            }
        }
        return instance;
    }

    Rules rules() {
        // ruleid: java-double-checked-locking
        if (rules == null) {
            synchronized (this) {
                log("making rules");
                if (rules == null) {
                    Rules made = new Rules();
                    made.load();
                    rules = made;
                }
            }
        }
        return rules;
    }

    Rules safe() {
        // ok: java-double-checked-locking
        if (safe == null) {
            synchronized (this) {
                if (safe == null) {
                    safe = new Rules();
                }
            }
        }
        return safe;
    }

    static Policies other() {
        // ok: java-double-checked-locking
        if (other == null) {
            synchronized (Policies.class) {
                if (other == null) {
                    other = new Policies();
                }
            }
        }
        return other;
    }

    String name() {
        // ok: java-double-checked-locking
        if (name == null) {
            synchronized (this) {
                if (name == null) {
                    name = compute();
                }
            }
        }
        return name;
    }

    Rules late() {
        synchronized (this) {
            // ok: java-double-checked-locking
            if (late == null) {
                late = new Rules();
            }
        }
        return late;
    }
}
