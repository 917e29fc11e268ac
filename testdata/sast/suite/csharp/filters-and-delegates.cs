class Dock {
  void Load(int n) {
    // ruleid: csharp-filters-and-delegates-catch
    try { Lift(n); } catch (CraneError e) when (e.Code == 3) { Wait(); } catch (Exception e) { Stop(); }
    // ruleid: csharp-filters-and-delegates-catch
    try { Lift(n); } catch (CraneError e) { Wait(); } catch (Exception e) { Stop(); }
    // ruleid: csharp-filters-and-delegates-lambda
    Func<int, int> twice = delegate (int a) { return a * 2; };
    // ruleid: csharp-filters-and-delegates-lambda
    Func<int, int> once = (a) => { return a; };
  }
}
// ruleid: csharp-filters-and-delegates-struct
struct Slot<T> where T : class, new() { }
