class CommentComponent {
  @ViewChild("box") box: ElementRef;
  constructor(private renderer: Renderer2, private sanitizer: DomSanitizer) {}
  show(comment: Comment) {
    // ruleid: angular-native-element-html
    this.box.nativeElement.innerHTML = comment.text;
    // ruleid: angular-native-element-html
    this.box.nativeElement.innerHTML += `<b>${comment.author}</b>`;
    // ruleid: angular-native-element-html
    this.renderer.setProperty(this.box.nativeElement, "innerHTML", comment.text);
    // ruleid: angular-native-element-html
    this.box.nativeElement.insertAdjacentHTML("beforeend", "<p>" + comment.text);
    // ok: angular-native-element-html
    this.box.nativeElement.innerHTML = "";
    // ok: angular-native-element-html
    this.box.nativeElement.textContent = comment.text;
    // ok: angular-native-element-html
    this.box.nativeElement.innerHTML = this.sanitizer.sanitize(SecurityContext.HTML, comment.text);
    // ok: angular-native-element-html
    this.renderer.setProperty(this.box.nativeElement, "title", comment.text);
    // ok: angular-native-element-html
    this.box.nativeElement.innerHTML = DOMPurify.sanitize(comment.text);
  }
}
