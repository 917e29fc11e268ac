package x;
import java.io.IOException;
import javax.servlet.http.*;
import java.sql.Statement;

public class Servlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    Cookie[] theCookies = request.getCookies();
    String param = "noCookieValueSupplied";
    if (theCookies != null) {
      for (Cookie theCookie : theCookies) {
        if (theCookie.getName().equals("BT")) {
          param = java.net.URLDecoder.decode(theCookie.getValue(), "UTF-8");
          break;
        }
      }
    }
    String bar = doSomething(request, param);
    String sql = "INSERT INTO users (username, password) VALUES ('foo','" + bar + "')";
    try {
      java.sql.Statement statement = Db.getStatement();
      // ruleid: servlet
      int count = statement.executeUpdate(sql);
    } catch (java.sql.SQLException e) {
      return;
    }
  }
  private static String doSomething(HttpServletRequest request, String param) {
    String bar = param;
    if (param != null && param.length() > 1) {
      StringBuilder sb = new StringBuilder(param);
      bar = sb.replace(param.length() - "Z".length(), param.length(), "Z").toString();
    }
    return bar;
  }
  public void a2(HttpServletRequest request, java.sql.Statement st) throws Exception {
    String param = "";
    java.util.Enumeration<String> headers = request.getHeaders("BT");
    if (headers != null && headers.hasMoreElements()) {
      param = headers.nextElement();
    }
    param = java.net.URLDecoder.decode(param, "UTF-8");
    String bar = new Test().doSomething(request, param);
    // ruleid: servlet
    st.executeUpdate(bar);
    String bar2 = new Test().safe(request, param);
    // ok: servlet
    st.executeUpdate(bar2);
    // ok: servlet
    st.executeUpdate(Encode.sql(param));
    // ruleid: servlet
    st.executeUpdate(Encode.html(param));
  }
  private class Test {
    public String doSomething(HttpServletRequest request, String param) {
      String bar = "alsosafe";
      if (param != null) {
        java.util.List<String> valuesList = new java.util.ArrayList<String>();
        valuesList.add("safe");
        valuesList.add(param);
        valuesList.add("moresafe");
        valuesList.remove(0);
        bar = valuesList.get(0);
      }
      return bar;
    }
    public String safe(HttpServletRequest request, String param) {
      String bar = "alsosafe";
      if (param != null) {
        java.util.List<String> valuesList = new java.util.ArrayList<String>();
        valuesList.add("safe");
        valuesList.add(param);
        valuesList.add("moresafe");
        valuesList.remove(0);
        bar = valuesList.get(1);
      }
      return bar;
    }
  }
  public void a3(HttpServletRequest request, java.sql.Statement st) throws Exception {
    java.util.Map<String, String[]> map = request.getParameterMap();
    String param = "";
    if (!map.isEmpty()) {
      String[] values = map.get("BT");
      if (values != null) param = values[0];
    }
    String a = param;
    StringBuilder b = new StringBuilder(a);
    b.append(" SafeStuff");
    b.replace(b.length() - "Chars".length(), b.length(), "Chars");
    java.util.HashMap<String, Object> map1 = new java.util.HashMap<String, Object>();
    map1.put("key1", b.toString());
    String c = (String) map1.get("key1");
    String d = c.substring(0, c.length() - 1);
    String e = new String(org.apache.commons.codec.binary.Base64.decodeBase64(
        org.apache.commons.codec.binary.Base64.encodeBase64(d.getBytes())));
    String f = e.split(" ")[0];
    ThingInterface thing = ThingFactory.createThing();
    String g = thing.doSomething(f);
    // ruleid: servlet
    st.executeUpdate(g);
    Runtime r = Runtime.getRuntime();
    String[] args = {"sh", "-c", "echo " + f};
    // ruleid: servlet
    r.exec(args);
    String[] args2 = {"sh", "-c", "echo "};
    // ok: servlet
    r.exec(args2, null);
  }
  public void a4(HttpServletRequest request, java.sql.Statement st) throws Exception {
    String[] values = request.getParameterValues("BT");
    String param;
    if (values != null && values.length > 0) param = values[0];
    else param = "";
    java.util.HashMap<String, Object> map = new java.util.HashMap<String, Object>();
    map.put("keyA-1", "a_Value");
    map.put("keyB-1", param);
    map.put("keyC", "another_Value");
    String bar = (String) map.get("keyB-1");
    bar = (String) map.get("keyA-1");
    // ok: servlet
    st.executeUpdate("x" + bar);
    String guess = "ABC";
    char switchTarget = guess.charAt(2);
    String bar2;
    switch (switchTarget) {
      case 'A':
        bar2 = param;
        break;
      case 'B':
        bar2 = "other";
        break;
      case 'C':
      case 'D':
        bar2 = param;
        break;
      default:
        bar2 = "other";
        break;
    }
    // ruleid: servlet
    st.executeUpdate("x" + bar2);
    String bar3 = "This should never happen";
    int num = 106;
    bar3 = (7 * 42) - num > 200 ? "This should never happen" : param;
    // ruleid: servlet
    st.executeUpdate(String.format("x %s", bar3));
    final String K = "fixed";
    String bar4 = K.equals("fixed") ? "ok" : param;
    // ok: servlet
    st.executeUpdate(bar4);
  }
}
