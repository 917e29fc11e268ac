// ruleid: java-imports-imp
import java.util.Random;
import javax.K;
class A {
  void t() {
    // ruleid: java-imports-newfq
    Random r = new Random();
    // ruleid: java-imports-newfq
    java.util.Random q = new java.util.Random();
    // ruleid: java-imports-stat
    K.s(1);
    // ruleid: java-imports-stat
    javax.K.s(1);
    // ok: java-imports-cls, java-imports-newfq, java-imports-imp, java-imports-stat
    new Other();
  }
}
