// ruleid: typescript-types-of-decorators-plain
@Part("a")
class Whole {
  // ruleid: typescript-types-of-decorators-typed, typescript-types-of-decorators-plain
  @Part("b") find() { return part<string>("c"); }
}
// ruleid: typescript-types-of-decorators-typed
other<number>(1);
