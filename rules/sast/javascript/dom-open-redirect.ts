class Next {
  constructor(private readonly route: ActivatedRoute) {}
  go() {
    // ruleid: dom-open-redirect
    window.location.replace(this.route.snapshot.queryParams.next);
    // ruleid: dom-open-redirect
    window.location.href = this.route.snapshot.queryParamMap.get("next");
    // ok: dom-open-redirect
    window.location.href = "/shop?item=" + encodeURIComponent(this.route.snapshot.queryParams.item);
  }
}
