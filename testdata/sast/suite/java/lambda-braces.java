// ruleid: java-lambda-braces
class A { void m() { run(x -> y());
 // ruleid: java-lambda-braces
 run(x -> { y(); }); run((x) -> y()); } }
