// What routers of frameworks hand in.
import { useLocation, useParams, useSearchParams } from "react-router-dom";

class ResultComponent {
  constructor(private route: ActivatedRoute) {}

  show(element: HTMLElement) {
    // ruleid: dom-xss
    element.innerHTML = "Results for " + this.route.snapshot.queryParams["q"];
    const name = this.route.snapshot.paramMap.get("name");
    // ruleid: dom-xss
    element.insertAdjacentHTML("beforeend", `<b>${name}</b>`);
    // ok: dom-xss
    element.textContent = this.route.snapshot.queryParams["q"];
    // ok: dom-xss
    element.innerHTML = "<b>" + Number(this.route.snapshot.queryParams["page"]) + "</b>";
  }
}

export function Search() {
  const [params] = useSearchParams();
  const { id } = useParams();
  const location = useLocation();
  // ruleid: dom-xss
  document.getElementById("a").innerHTML = params.get("q");
  // ruleid: dom-xss
  document.getElementById("b").innerHTML = id;
  // ruleid: dom-xss
  document.getElementById("c").innerHTML = decodeURIComponent(location.hash);
  // ok: dom-xss
  document.getElementById("d").innerHTML = DOMPurify.sanitize(params.get("q"));
}

export default {
  mounted() {
    // ruleid: dom-xss
    this.$refs.box.innerHTML = this.$route.query.message;
    // ok: dom-xss
    this.$refs.box.innerHTML = this.$store.state.message;
  },
};
