class Panel {
  show(html, id) {
    // ruleid: angular-bypass-security-trust
    this.body = this.sanitizer.bypassSecurityTrustHtml(html);
    // ruleid: angular-bypass-security-trust
    this.video = this.sanitizer.bypassSecurityTrustResourceUrl("https://video.example/" + id);
    // ok: angular-bypass-security-trust
    this.logo = this.sanitizer.bypassSecurityTrustHtml("<b>logo</b>");
    // ok: angular-bypass-security-trust
    this.clean = this.sanitizer.bypassSecurityTrustHtml(DOMPurify.sanitize(html));
    // ok: angular-bypass-security-trust
    this.title = this.sanitizer.sanitize(1, html);
  }
}
