class Booking {
    void whole(org.books.Ledger ledger, String line) {
        // ok: java-types-written-whole-last
        // ruleid: java-types-written-whole-name
        ledger.post(line);
    }

    void last(Ledger ledger, String line) {
        // ruleid: java-types-written-whole-last
        // ok: java-types-written-whole-name
        ledger.post(line);
    }

    void other(org.books.SubLedger ledger, String line) {
        // ok: java-types-written-whole-last
        // ok: java-types-written-whole-name
        ledger.post(line);
    }
}
