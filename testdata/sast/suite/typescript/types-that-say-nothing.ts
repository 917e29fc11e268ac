// ok: typescript-types-that-say-nothing-promise, typescript-types-that-say-nothing-other, typescript-types-that-say-nothing-generic, typescript-types-that-say-nothing-call, typescript-types-that-say-nothing-record, typescript-types-that-say-nothing-array, typescript-types-that-say-nothing-dotted, typescript-types-that-say-nothing-hook
class Crate extends Box<number> {
  // ruleid: typescript-types-that-say-nothing-promise, typescript-types-that-say-nothing-other, typescript-types-that-say-nothing-generic
  async fill(): Promise<void> { }
  // ruleid: typescript-types-that-say-nothing-promise, typescript-types-that-say-nothing-other, typescript-types-that-say-nothing-generic
  async list(): Promise<string[]> { return [] }
  // ruleid: typescript-types-that-say-nothing-generic, typescript-types-that-say-nothing-call
  pack<T>(x: T): Map<string, T> { return this.shelf.take<T>(x) }
  // ruleid: typescript-types-that-say-nothing-generic, typescript-types-that-say-nothing-call, typescript-types-that-say-nothing-array, typescript-types-that-say-nothing-dotted
  find(x: Array<string>): Foo.Bar<string> { return this.shelf.take(x) }
}
// ruleid: typescript-types-that-say-nothing-record
const sizes: Record<string, any> = {}
// ruleid: typescript-types-that-say-nothing-hook
const first = useState<string>(1)
// ok: typescript-types-that-say-nothing-promise, typescript-types-that-say-nothing-other, typescript-types-that-say-nothing-generic, typescript-types-that-say-nothing-call, typescript-types-that-say-nothing-record, typescript-types-that-say-nothing-array, typescript-types-that-say-nothing-dotted, typescript-types-that-say-nothing-hook
const second = useState(2)
