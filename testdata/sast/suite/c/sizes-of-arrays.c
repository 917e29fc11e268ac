void f(void) {
    char small[10];
    char large[200];
    // ruleid: c-sizes-of-arrays-small
    read(small, 10);
    // ok: c-sizes-of-arrays-small
    read(large, 200);
}
