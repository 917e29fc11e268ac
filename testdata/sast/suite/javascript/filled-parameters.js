@Injectable()
class Mill {
  // ruleid: javascript-filled-parameters-typed
  turn() { return this.wheel.turn(); }
  constructor(wheel: Wheel) { }
  // ok: javascript-filled-parameters-typed, javascript-filled-parameters-other
  rest() { return this.sack.turn(); }
}
