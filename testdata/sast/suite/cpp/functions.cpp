// ruleid: cpp-functions-any
int f(int a) {
}
// ruleid: cpp-functions-any
int g() {
}
// ok: cpp-functions-any
void h() {
}
