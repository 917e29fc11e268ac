#include <cstdlib>

void first(int n) {
    char *text = new char[n];
    use(text);
    // ruleid: cpp-mismatched-deallocation
    delete text;
}

void second() {
    Widget *w = new Widget(3);
    use(w);
    // ruleid: cpp-mismatched-deallocation
    free(w);
}

void third(int n) {
    int *numbers = (int *) malloc(n * sizeof(int));
    use(numbers);
    // ruleid: cpp-mismatched-deallocation
    delete[] numbers;
}

void fourth() {
    Widget *w = new Widget();
    // todoruleid: cpp-mismatched-deallocation
    delete[] w;
    auto text = new char[20];
    // ruleid: cpp-mismatched-deallocation
    delete text;
}

void fine(int n) {
    char *text = new char[n];
    // ok: cpp-mismatched-deallocation
    delete[] text;
    Widget *w = new Widget(3);
    // ok: cpp-mismatched-deallocation
    delete w;
    int *numbers = (int *) malloc(n * sizeof(int));
    // ok: cpp-mismatched-deallocation
    free(numbers);
    auto other = std::make_unique<Widget>(3);
    Widget **table = new Widget *[n];
    // ok: cpp-mismatched-deallocation
    delete[] table;
    char *duplicate = strdup("a");
    // ok: cpp-mismatched-deallocation
    free(duplicate);
}
