// ruleid: java-parameters-of-types-class
class Crate<T> {
  // ruleid: java-parameters-of-types-method, java-parameters-of-types-bound
  public <T> T first(List<T> x) { return null; }
  // ruleid: java-parameters-of-types-method, java-parameters-of-types-bound, java-parameters-of-types-list
  public <T extends Foo> T best(List<String> x) { return null; }
  // ruleid: java-parameters-of-types-method, java-parameters-of-types-bound
  public String plain(List<Integer> x) { return null; }
  // ok: java-parameters-of-types-method, java-parameters-of-types-bound, java-parameters-of-types-list, java-parameters-of-types-class
  String bare(List x) { return null; }
}
// ruleid: java-parameters-of-types-class
class Bounded<T extends Foo> { }
