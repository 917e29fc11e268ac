class A { Foo x; Bar y = z();
 // ruleid: java-fields
 void m() { x.run(); y.run(); q.run(); this.x.run(); } }
