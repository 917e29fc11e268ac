class Pump {
    private int speed;
    private int level;
    private int turns;
    int open;

    Pump(int given) {
        this.speed = 7;
        this.level = 7;
        this.turns = given;
        this.open = 7;
    }

    void fill() {
        this.level = 9;
    }

    void run() {
        // ruleid: java-fields-of-constructors-seven
        start(speed);
        // ok: java-fields-of-constructors-seven
        start(level);
        // ok: java-fields-of-constructors-seven
        start(turns);
        // ok: java-fields-of-constructors-seven
        start(open);
    }
}

class Valve {
    private int width;

    Valve() {
        this.width = 7;
    }

    Valve(int given) {
    }

    void run() {
        // ok: java-fields-of-constructors-seven
        start(width);
    }
}
