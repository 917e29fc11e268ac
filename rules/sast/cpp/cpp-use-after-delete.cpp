#include <iostream>

struct Node { Node *next; int value; void close(); };

int first(Node *n) {
    // ruleid: cpp-use-after-delete
    delete n;
    n->close();
    return 0;
}

int second(Node *n) {
    // ruleid: cpp-use-after-delete
    delete n;
    return n->value;
}

void third(Node *n) {
    while (n) {
        // ruleid: cpp-use-after-delete
        delete n;
        n = n->next;
    }
}

void fourth(Node *n) {
    // ruleid: cpp-use-after-delete
    delete n;
    delete n;
}

void fine(Node *n) {
    n->close();
    // ok: cpp-use-after-delete
    delete n;
    n = nullptr;
    n = new Node();
    Node *next = n->next;
    // ok: cpp-use-after-delete
    delete n;
    n = next;
    // ok: cpp-use-after-delete
    delete n;
    use(next);
}

int fine_value(Node *n) {
    int value = n->value;
    // ok: cpp-use-after-delete
    delete n;
    return value;
}
