class A { void m() {
 // ruleid: java-lambda-bodies
 run(x -> foo(x));
 // ruleid: java-lambda-bodies
 run((x) -> foo(x));
 // ruleid: java-lambda-bodies
 run(x -> { return foo(x); });
 // ruleid: java-lambda-bodies
 run(x -> { foo(x); });
 // ruleid: java-lambda-bodies
 run(x -> { bar(x); });
 run(x -> bar(x));
 // ruleid: java-lambda-bodies
 run((String x) -> { bar(x); });
} }
