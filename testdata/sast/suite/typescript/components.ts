// ruleid: typescript-components
import { Component, Input } from '@angular/core';
// ruleid: typescript-components
import foo from "./foo";
// ruleid: typescript-components
@Component({ selector: 'a', template: '<b></b>' })
export class A implements OnInit {
  // ruleid: typescript-components
  constructor(private readonly s: DomSanitizer, private http: HttpClient) { this.a = 1; }
  // ruleid: typescript-components
  async m(x: string): Promise<void> {
    // ruleid: typescript-components
    this.s.bypassSecurityTrustHtml(x);
    // ruleid: typescript-components
    document.write(x); document.getElementById(x)!.innerHTML = x;
    // ruleid: typescript-components
    this.el.nativeElement.innerHTML = x;
    // ruleid: typescript-components
    this.http.get(`a/${x}`).subscribe((r) => { this.r = r; });
    // ruleid: typescript-components
    localStorage.setItem("a", x);
    // ruleid: typescript-components
    window.open(x, '_blank'); window.open(x);
    // ruleid: typescript-components
    const y = x as any;
    // ruleid: typescript-components
    if (a && b) { c(); }
    // ruleid: typescript-components
    if (a && b && c) { d(); }
    // ruleid: typescript-components
    for (const z of q) { r(); }
    // ruleid: typescript-components
    for (const [k, v] of q) { r(); }
    // ruleid: typescript-components
    await p.then(t => t);
    // ruleid: typescript-components
    throw new Error(x);
  }
}
// ruleid: typescript-components
export const B = 1;
// ruleid: typescript-components
export const C: number = 2;
