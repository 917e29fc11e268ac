class Granary {
    void weigh(int sacks) {
        // ruleid: java-asked-for-values-bare
        int total;
        // ruleid: java-asked-for-values-typed
        int wet = 3;
        String label;
        // ruleid: java-asked-for-values-typed
        String mark = "rye";
        total = wet + sacks;
    }
}
