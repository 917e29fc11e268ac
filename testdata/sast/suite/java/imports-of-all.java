// ruleid: java-imports-of-all-any, java-imports-of-all-two
import java.util.List;
// ruleid: java-imports-of-all-any
import java.io.*;
// ruleid: java-imports-of-all-any, java-imports-of-all-held
import static java.lang.Math.*;
// ruleid: java-imports-of-all-any, java-imports-of-all-held
import static java.lang.System.out;
// ruleid: java-imports-of-all-kind, java-imports-of-all-method
class House { void knock() { } }
// ruleid: java-imports-of-all-kind
enum Door { FRONT, BACK }
// ok: java-imports-of-all-kind
interface Guest {
    // ok: java-imports-of-all-method
    void enter(String name) throws Closed;
    // ruleid: java-imports-of-all-method
    default void leave() { knock(); }
    // ruleid: java-imports-of-all-named
    void sit(int place);
}
// ruleid: java-imports-of-all-kind
abstract class Host {
    // ruleid: java-imports-of-all-method
    abstract void open(int door);
    // ruleid: java-imports-of-all-method
    void close() { knock(); }
}
