import {A, B} from 'p';
import {B} from 'p';
import {B as C} from 'p';
import D, {B} from 'p';
import * as E from 'p';
import 'p';
import D2 from 'p';
import {A, C, B} from "p";
class C1 { constructor(private s: D) { } }
class C2 { x = 1; constructor(s: D) { a(); } }
class C3 { constructor(a: string, private s: D, b: number) { } f() {} }
class C4 { constructor(private readonly s: D) { } }
class C5 { f() {} constructor(public s: E) { } }
// ruleid: typescript-type-arguments-t, typescript-type-arguments-u, typescript-type-arguments-w
new Map<string, number>();
// ruleid: typescript-type-arguments-t, typescript-type-arguments-u, typescript-type-arguments-w
new Map<string>();
// ruleid: typescript-type-arguments-t, typescript-type-arguments-u, typescript-type-arguments-w
new Map();
// ruleid: typescript-type-arguments-v, typescript-type-arguments-x
foo<string>();
// ruleid: typescript-type-arguments-x
foo();
// ruleid: typescript-type-arguments-x
foo<number>();
// ruleid: typescript-type-arguments-y
(x as any).foo;
// ruleid: typescript-type-arguments-y
(<any>x).foo;
// ruleid: typescript-type-arguments-z
(x as string);
// ruleid: typescript-type-arguments-z
<string>x;
