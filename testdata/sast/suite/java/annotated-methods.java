// ruleid: java-annotated-methods
@Configuration
@EnableWebSecurity
public class S extends WebSecurityConfigurerAdapter {
  @Override
  protected void configure(HttpSecurity http) throws Exception {
    // ruleid: java-annotated-methods
    http.csrf().disable();
    // ruleid: java-annotated-methods
    http.cors().and().csrf().disable().authorizeRequests().antMatchers("/x").permitAll().anyRequest().authenticated();
    http.headers().disable();
  }
}
class T {
  // ruleid: java-annotated-methods
  @GetMapping("/{p}")
  public ResponseEntity<String> a(@PathVariable("p") String p) { File f = new File(p); return null; }
  // ruleid: java-annotated-methods
  @GetMapping("/{p}")
  public String b(Model m, @PathVariable String p) { if (x) { return new File(p).read(); } return null; }
  @PostMapping
  public ResponseEntity<?> c() { return null; }
  void d() throws E {
    // ruleid: java-annotated-methods
    new ProcessBuilder("a", b).start(); new ProcessBuilder(l);
    // ruleid: java-annotated-methods
    DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();
    f.setFeature("x", true);
    DocumentBuilder b = f.newDocumentBuilder();
    // ruleid: java-annotated-methods
    KeyGenerator.getInstance("DES"); KeyGenerator.getInstance("AES/ECB"); KeyGenerator.getInstance(x);
    // ruleid: java-annotated-methods
    Cookie c = new Cookie("a", "b"); c.setSecure(true); response.addCookie(c);
    // ruleid: java-annotated-methods
    env.put(Context.SECURITY_AUTHENTICATION, "none");
    // ruleid: java-annotated-methods
    SecureRandom r = new SecureRandom(seed);
    // ruleid: java-annotated-methods
    final DocumentBuilderFactory g; g = DocumentBuilderFactory.newInstance(); g.newDocumentBuilder();
  }
}
